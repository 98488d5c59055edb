# 项目变更：字段、原值 → 现值
change-name-in = 名称（{ $language }）
change-first = { $field }：{ $new }
change-other = { $field }：{ $old } → { $new }
change-gone = { $field }：{ $old } → 未注明
change-altered = { $field }：已更新

change-lapsed = 备忘录已失效
change-not-lapsed = 备忘录恢复有效
change-published = 项目已发布
change-not-published = 项目已取消发布
change-deleted = 项目已删除
change-not-deleted = 项目已恢复
change-suspended = 工程暂停：{ $suspension }
change-resumed = 工程恢复

change-claim-added = 新的金额说法：{ $claim }
change-claim-gone = 已移除金额说法：{ $claim }
change-claim-other = 金额说法：{ $old } → { $new }
change-milestone-added = 新节点：“{ $title }”，期限：{ $due }
change-milestone-gone = 已移除节点：“{ $title }”
change-milestone-title = 节点更名：“{ $old }” → “{ $new }”
change-milestone-due = 节点“{ $title }”的期限：{ $old } → { $new }
change-milestone-met = 节点已完成：“{ $title }”，{ $on }
change-milestone-unmet = 节点改为未完成：“{ $title }”
change-blocker-added = 障碍：{ $text }（{ $since }）
change-blocker-gone = 障碍已从列表移除：{ $text }
change-blocker-other = 障碍：{ $old } → { $new }
change-blocker-resolved = 障碍已排除：{ $text }（{ $on }）
change-blocker-reopened = 障碍再次出现：{ $text }
change-document-added = 新文件：“{ $title }”
change-document-gone = 已移除文件：“{ $title }”
change-document-public = 文件已对外公开：“{ $title }”
change-document-internal = 文件改为仅限工作人员：“{ $title }”
change-document-title = 文件更名：“{ $old }” → “{ $new }”
change-photo-added = 新照片：“{ $title }”
change-photo-gone = 已移除照片：“{ $title }”
change-photo-public = 照片已对外公开：“{ $title }”
change-photo-internal = 照片改为仅限工作人员：“{ $title }”
change-photo-title = 照片说明：“{ $old }” → “{ $new }”

change-untitled = 未命名
