# /update：更新项目

error-other-update = 另一个项目的更新尚未完成。请先完成或取消：/update
error-proposal-decided = 该建议已处理。
error-own-proposal = 您自己的建议须由其他工作人员确认。
error-nothing-changes = 记录已是如此，无需更改。
error-notes-long = 备注过长。请清除旧备注或缩短内容。
error-list-full = 此处最多保存 { $most } 条记录。
error-no-entry = 该记录已不存在。请重新打开项目。
error-undo-overtaken = 无法撤销：此后该内容又有变更。请提交新的更新。
error-undo-first = 项目由此记录开始，无法撤销。

update-pick =
    <b>更新哪个项目？</b>

    请从您的项目中选择，或输入编号或名称中的词语。
update-pick-none = 登记册中暂无您负责的项目。请输入编号或名称中的词语。
update-not-found = 您的项目中没有与“{ $words }”相符的。请输入编号（如 TUR-001）或名称中的词语。
update-found = 找到多个项目，是哪一个？
update-continue = ✏️ 继续：{ $name }
update-waiting = 📥 待处理：{ $count }
update-other-open =
    另一个项目的更新已开始但尚未确认：<b>{ $name }</b>。

    先完成它吗？
update-go-on = ✏️ 继续该更新
update-throw-away = ✕ 取消它，开始新的更新

update-title = ✏️ <b>{ $name }</b>
update-now = 目前：{ $what }
update-pending = <b>将更改的内容</b>
update-why = 原因：{ $reason }
update-source = 来源：{ $source }
update-source-own = 来源：工作人员本人陈述，无文件
update-second = 更新须经另一位工作人员确认后生效。
update-meanwhile = <b>您准备更新期间，项目已被更改</b>
update-meanwhile-by = { $who }，{ $when }：
update-clash = ⚠️ 您也在更改同一内容：请核对哪个仍然正确。
update-overtaken = ⚠️ 您查看期间项目已被更改，未记录任何内容。请再次核对。
update-altered = ⚠️ 更新此后已有变化，未记录任何内容。请再次核对。
update-recorded = ✅ 已记录：<b>{ $name }</b>
update-deleted = 🗑 已删除：<b>{ $name }</b>
update-proposed =
    📨 已提交确认：<b>{ $name }</b>

    更改须经另一位工作人员确认后生效。
update-nothing = 没有可确认的内容：更新已记录或已取消。
update-dropped = 更新已取消，项目保持原样。
update-file-added = 📎 文件已添加。
update-place-taken = 📍 位置已记录。
update-unchanged-said = ✅ 已确认：没有变化。

update-ask-menu = 有什么变化？请点选或输入，例如“60%”。照片、文件和位置可直接发送到这里。
update-ask-more = 还要更改什么？
update-ask-stage = 项目处于哪个阶段？
update-ask-suspend = 为何暂停？请简要说明。
update-ask-percent = { $field }：百分之多少？请点选或输入数字。
update-ask-milestones = 哪个节点？可直接输入新节点及期限：“地基，2027年3月15日”。
update-ask-milestone = “{ $title }”，期限：{ $date }
update-ask-milestone-met = “{ $title }”：何时完成？请输入日期，例如“2027年3月15日”或“昨天”。
update-ask-milestone-due = “{ $title }”：新的期限？例如“2027年3月15日”“2027年3月”“第三季度”。
update-ask-milestone-new = 请输入节点名称及期限：“地基，2027年3月15日”。
update-ask-milestone-new-due = “{ $title }”：期限？例如“2027年3月15日”“2027年3月”“第三季度”。
update-ask-dates = 记录哪个日期？
update-ask-date = { $field }：请输入日期，例如“2027年3月15日”“2027年3月”“2027”。
update-ask-amount = 哪个金额有效？请选择，或按来源原文输入新金额：“30亿坚戈”。
update-ask-claim = { $amount }：由谁、何时公布？请输入来源和日期：“哈通社，2026年3月12日”。也可发送链接。
update-ask-jobs = 哪类就业岗位？
update-ask-number = { $field }：多少？请输入数字。
update-ask-blocker = 项目遇到什么障碍？请输入。障碍仅工作人员可见。
update-ask-blockers = 请点选已解决的障碍，或输入新的障碍。仅工作人员可见。
update-ask-note = 请输入备注，仅工作人员可见。
update-ask-files = 请发送照片或文件（不超过 10 MB）。起初仅工作人员可见，可用按钮公开。
update-ask-place = 项目在哪里？请发送位置、坐标（“43.297, 68.251”）或地图链接，也可输入地址。
update-ask-curator = 谁是项目负责人？
update-ask-names = 要填写哪种语言的名称？
update-ask-name = 名称（{ $language }）：请输入。
update-ask-districts = 项目在哪个区县或城市？
update-ask-zone = 项目在哪个园区？
update-ask-investor = 投资方是谁？请输入名称和国家：“Lihua Cotton，中国”。多余的可用按钮移除。
update-ask-sectors = 项目属于哪个行业？
update-ask-capacity = 产能是多少？请按来源原文输入：“年产面料1000万米”。
update-ask-memorandum = 请输入备忘录编号和日期：“12, 30.08.2023”。
update-ask-delete = 从登记册中删除该项目？删除后将无人可见。历史会保留，删除可以撤销。
update-ask-why = 为什么？请选择或输入，也可附上来源链接。
update-ask-source = 依据是什么？请发送链接，或输入文件或媒体名称。

update-not-menu = 无法理解：“{ $words }”。请先选择变化的内容，再在那里输入。
update-not-date = 无法识别日期：“{ $words }”。可输入“2027年3月15日”“2027年3月”“第三季度”“2027”。
update-not-percent = 无法识别百分比：“{ $words }”。请输入 0 到 100 的数字。
update-not-number = 无法识别数字：“{ $words }”。例如“1200”。
update-not-amount = 无法识别金额：“{ $words }”。请连同货币一起输入：“30亿坚戈”“700万美元”。
update-not-link = 链接中没有坐标：“{ $words }”。
update-not-here = 此处不能输入：“{ $words }”。请用按钮选择。
update-not-text = 无法记录此类消息。
update-long = 过长：请控制在 { $most } 个字符以内。

update-reason-visit = 现场考察结果
update-reason-investor = 投资方信息
update-reason-meeting = 会议结果
update-reason-documents = 依据文件

update-what-stage = 阶段
update-what-progress = 进度，%
update-what-milestones = 节点
update-what-dates = 日期
update-what-amount = 金额
update-what-jobs = 就业岗位
update-what-blockers = 障碍
update-what-note = 备注
update-what-files = 照片、文件
update-what-place = 位置
update-what-more = 更多…
update-what-curator = 负责人
update-what-names = 名称
update-what-investor = 投资方
update-what-sectors = 行业
update-what-capacity = 产能
update-what-memorandum = 备忘录
update-what-districts = 区县或城市
update-what-zone = 园区
update-what-delete = 🗑 删除项目

update-next = 继续 ›
update-back = ‹ 返回
update-cancel = ✕ 取消更新
update-to-card = ‹ 返回项目
update-again = ✏️ 新的更新
update-add-more = ➕ 再更改其他内容
update-confirm = ✅ 确认
update-send = 📨 提交确认
update-change-why = ✏️ 原因
update-change-source = 🔗 来源
update-own-word = 本人陈述
update-unchanged = ✅ 没有变化
update-publish = 🌐 向所有人公开
update-suspend = ⏸ 已暂停
update-resume = ▶️ 已恢复施工
update-lapsed = 备忘录已失效
update-not-lapsed = 备忘录有效
update-today = 今天
update-skip = 日期不详
update-met-today = ✅ 今天完成
update-met-other = ✅ 其他日期完成
update-not-met = 尚未完成
update-move = 📅 调整期限
update-milestone-new = ➕ 新节点
update-empty = ✕ 清除日期
update-claim-own = 本人陈述，今天
update-claim-keep = 仍以原金额为准
update-notes-clear = ✕ 清除全部备注
update-file-show = 🌐 公开：{ $title }
update-file-hide = 🔒 仅工作人员可见：{ $title }
update-no-curator = 无负责人
update-no-zone = 不在园区内
update-delete-sure = 🗑 是，删除
update-see-proposal = 📥 查看建议
update-undo = ↩️ 撤销

# 撤销已记录内容
undo-title = ↩️ <b>{ $name }</b>
undo-what = <b>将恢复的内容</b>
undo-was-by = 记录人：{ $who }，{ $when }
undo-why = 为何撤销？请选择或输入。
undo-overtaken = 无法撤销：此后又有变更（{ $fields }）。请提交新的更新。
undo-reason-mistake = 记录有误
undo-reason-wrong = 信息未获证实
undo-reason-other = 属于另一个项目
undo-only-this = 仅撤销一项
undo-everything = 撤销整次更新：{ $count }
undo-done = ↩️ 已撤销：<b>{ $name }</b>
undo-same = 此前已撤销：<b>{ $name }</b>

# 待处理的建议
proposals-title = <b>待处理：{ $count }</b>
proposals-none = 没有待处理的内容。
proposals-title-one = 📥 <b>{ $name }</b>
proposals-by = 建议人：{ $who }，{ $when }
proposals-from-story = 来自新闻，{ $when }
proposals-moved = ⚠️ 此后已更改：{ $fields }。所示为现在将更改的内容。
proposals-so-already = 记录已是如此，无需采纳。
proposals-own = 这是您自己的建议，将由另一位工作人员确认。
proposals-accepted = ✅ 已采纳 · { $who }
proposals-returned = ↩️ 已退回 · { $who }
proposals-dismissed = ✕ 已驳回 · { $who }
proposals-word = 意见：{ $word }
proposals-accept = ✅ 采纳
proposals-correct = ✏️ 修改
proposals-return = ↩️ 附意见退回
proposals-dismiss = ✕ 驳回
proposals-withdraw = ✕ 撤回
proposals-list = ‹ 返回列表
proposals-ask-word = 有什么问题？请简要告知提出者。
proposals-overtaken = ⚠️ 您查看期间项目已被更改，未记录任何内容。请再次核对。
proposals-second-now = 已采纳，将由另一位工作人员确认。

# 自动发送的消息
notice-proposal-waiting =
    📨 待确认：<b>{ $name }</b>

    建议人：{ $who }
notice-proposal-accepted = ✅ 您的更新已确认：<b>{ $name }</b>
notice-proposal-amended = ✅ 您的更新经修改后采纳：<b>{ $name }</b>
notice-proposal-returned = ↩️ 您的更新被退回：<b>{ $name }</b>
notice-proposal-dismissed = ✕ 您的更新被驳回：<b>{ $name }</b>
notice-open = 打开

nudge-title =
    <b>项目进展如何？</b>

    一周以上没有消息的项目：{ $count }。点一下即可答复。
nudge-line = { $number }. { $name }：{ $what }。上次确认：{ $when }
nudge-done = ✅ 谢谢，您的所有项目本周均已确认。
nudge-same = { $number } ✅ 无变化
nudge-update = { $number } ✏️ 更新
nudge-due-soon = ⏰ { $name }：距期限还有 { $days } 天
nudge-due-today = ⏰ { $name }：今天到期
nudge-due-past = ⚠️ { $name }：已逾期（{ $date }）
nudge-due-finish = 计划竣工，{ $date }
nudge-due-milestone = 节点“{ $title }”，{ $date }
nudge-due-update = ✏️ 更新
