# 项目卡片与登记册的错误提示

project-code = 编号：{ $code }
project-stage = 阶段：{ $stage }

error-no-project = 登记册中没有这个项目。
error-needs-own-project = 该项目不归您负责，只有项目负责人或所在区的官员可以修改。
error-planned-date-stands = 项目已经开工，计划日期保持不变，请另行记录实际日期。
error-wrong-code = 编号只能包含拉丁字母、数字和连字符，最多 40 个字符。
error-code-taken = 编号 { $code } 已被其他项目使用。
error-no-name = 项目必须有名称。
error-no-such-claim = 没有记录过这笔金额。
error-wrong-point = 坐标无效。
error-wrong-jobs = 岗位数应为不小于零的整数。
error-wrong-percent = 百分比应为 0 到 100 的整数。
error-finish-before-start = 完工日期早于开工日期。
error-no-reason = 请说明变更原因。
