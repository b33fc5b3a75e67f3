"""What sections, fields and fixed words of a rulebook are called in the two languages."""

from collections.abc import Mapping

from goodstanding.rules.catalogue.sources import Title


def table(text: str) -> dict[str, Title]:
    """Titles by id, from lines of ``id | Chinese | English``."""
    rows = (line.split("|") for line in text.strip().splitlines())
    return {id.strip(): Title(zh=zh.strip(), en=en.strip()) for id, zh, en in rows}


SECTION_TITLES: Mapping[str, Title] = table(
    """
    grounds | 认定事由 | Grounds
    measures | 措施 | Measures
    pairings | 事由与措施的对应 | Which ground leads to which measure
    parameters | 期限和数值 | Periods and numbers
    repairs | 修复规则 | Rules of repair
    publication_classes | 公示分类 | Classes of publication
    publication_clocks | 公示计时 | Clocks of publication
    limits | 法定上限 | Limits set by law
    commitments | 承诺书模板 | Promises
    procedure_effects | 措施在办理事项中的作用 | What measures do at procedures
    grantee_kinds | 可获授权的机构种类 | Kinds of institution that consent may be given to
    data_classes | 授权查询的信息类别 | Classes of data that consent may open
    consent_purposes | 授权用途 | Purposes of consent
    conditions | 持续条件 | Standing conditions
    sampling_tables | 抽查规则 | Tables of sampling
    inspection_items | 抽查事项 | Items of inspection
    items | 受理事项 | Items handled on application
    record_kinds | 记录种类 | Kinds of record
    fields | 领域 | Fields
    procedures | 适用事项 | Procedures
    departments | 部门 | Departments
    instruments | 依据文件 | Instruments cited
    classes_in_the_register | 纳入登记的机构类别 | Classes held in the register
    classes_outside | 不纳入登记的类别 | Classes outside the register
    blocked_bases | 不予受理的依据 | Blocked bases
    """
)

HOW: Mapping[str, Title] = table(
    """
    added | 新增 | Added
    ended | 终止 | Ended
    changed | 修改 | Changed
    """
)

TRANSITIONS: Mapping[str, Title] = table(
    """
    keep | 在办事项按原规定 | Open matters keep the old rule
    new | 在办事项按新规定，不加重 | Open matters take the new rule, never a heavier one
    lighter | 在办事项从轻 | Open matters take the lighter of the two
    sunset | 依据终止，同日解除 | Ends with its basis
    """
)

FIELDS: Mapping[str, Title] = table(
    """
    title | 名称 | Title
    field | 领域 | Field
    fields | 关联领域 | Fields it is connected with
    sense | 性质 | Sense
    records | 依据的记录 | Rests on records
    record | 记录种类 | Kind of record
    rests_on | 依据的决定 | Rests on decisions
    deciding | 认定部门 | Deciding departments
    superior_consent.authority | 须经同意的上级机关 | Higher authority that must agree
    superior_consent.citation | 上级同意的依据 | Basis of that agreement
    superior_consent.in_force | 上级同意的施行期间 | That agreement in force
    citation | 依据 | Basis
    competences | 职权 | Competences
    registers | 负责登记的机构类别 | Registers the classes
    grounds | 认定事由 | Grounds
    measures | 措施 | Measures
    parameters | 期限和数值 | Periods and numbers
    months | 上限 | Limit
    term.months | 一般期限 | Usual term
    term.max_months | 最长期限 | Longest term
    max_months | 最长期限 | Longest term
    statement_window | 陈述申辩期 | Statement window
    hearing.allowed | 可以申请听证 | A hearing may be asked for
    hearing.request | 听证申请期 | Window to ask for a hearing
    way_back.what | 修复途径 | Way back
    way_back.after_months | 最早修复 | Earliest exit
    way_back.counted_from | 修复起算 | Earliest exit counted from
    way_back.papers | 修复材料 | Papers
    way_back.free_of_charge | 不收费 | Free of charge
    free_of_charge | 不收费 | Free of charge
    after_months | 最早修复 | Earliest exit
    counted_from | 起算 | Counted from
    acceptance | 受理期限 | Term to accept
    decision | 决定期限 | Term to decide
    extension | 延长期限 | Longest extension
    conditions | 条件 | Conditions
    opens | 满足时享有的便利 | Advantages it opens
    years | 追溯年数 | Years looked back
    restrictions | 生效中的限制也计入 | A restriction in force counts too
    existed_years | 成立至少年数 | Years of existence at least
    papers | 材料 | Papers
    ordinary | 一般办理时限 | Ordinary limit
    fast | 绿色通道办理时限 | Limit in the fast lane
    follow | 容缺材料最长补交期 | Longest time for papers to follow
    not_supplied | 承诺材料未补交的后果 | Where promised papers never came
    department | 部门 | Department
    procedure | 适用事项 | Procedure
    excluded | 不予修复的情形 | Cases excluded
    after_plan | 破产计划执行完毕后申请修复 | Repair after a completed bankruptcy plan
    after_plan.months | 执行完毕后几个月可以申请 | Months from the completion of the plan
    after_plan.confidence | 可靠程度 | Confidence
    restarts | 撤销修复后期限重新起算 | Term starts anew where a repair is revoked
    facts | 其他内容 | What else
    procedure | 适用事项 | Procedure
    grantees | 可获授权的机构种类 | Kinds of institution
    longest | 授权最长期限 | Longest period of a consent
    reminder | 提醒间隔 | Reminded every
    severity | 严重程度 | Severity
    clock | 计时 | Clock
    published | 公示 | Published
    min | 最短期限 | Shortest
    max | 最长期限 | Longest
    apply | 适用规则 | Which end applies
    only | 仅含处罚类别 | These kinds of penalty and no other
    any_of | 含有处罚类别 | One of these kinds of penalty
    simple_procedure | 简易程序 | Simple procedure
    told_by | 送达时须告知公示的部门 | Departments that must tell of it at service
    citations | 依据 | Basis
    see_also | 另见 | Named there too
    in_force | 施行期间 | In force
    decided_elsewhere | 由其他机关认定 | Decided elsewhere
    each_suffices | 单条记录即可支持 | Each record suffices alone
    historic | 历史规则 | Historic
    fixed_term | 法定期限，不因修复缩短 | Term fixed by law, not shortened by repair
    repair | 修复规则 | Rule of repair
    kind | 实施方式 | How it is taken
    targets | 适用机构 | Organisations
    departments | 实施部门 | Implementing departments
    procedures | 适用事项 | Procedures
    procedure | 适用事项 | Procedure
    does | 作用 | What it does
    stages | 阶段 | Stages
    cap.points | 加分上限 | Most points
    cap.citation | 加分上限的依据 | Basis of the cap
    cap.to_confirm | 加分上限待核实 | Cap to be confirmed
    shielded | 破产重整、和解期间暂停 | Paused while a bankruptcy plan is carried out
    shielded.in_force | 暂停的施行期间 | Paused so from
    shielded.confidence | 可靠程度 | Confidence
    stay_exempt | 异议期间不停止的依据 | Goes on during an objection by
    reporting_duty | 须反馈 | Must be reported
    ground | 认定事由 | Ground
    measure | 措施 | Measure
    unit | 单位 | Unit
    values | 数值 | Values
    favours | 有利方向 | What favours the organisation
    adverse | 不利记录 | Adverse
    publication_term | 最长公示期 | Longest publication
    publication_due | 公示时限 | Due to be published
    transcribed | 转录 | Transcribed
    prefixes | 代码前缀 | First characters of the code
    reason | 理由 | Reason
    names | 名称 | Names
    articles | 条款 | Articles
    level | 效力层级 | Level
    number | 文号 | Document number
    aliases | 其他名称 | Other names
    bodies | 承担机构 | Bodies
    area | 承诺领域 | Area
    commitment_type | 承诺类型 | Type of promise
    edition | 文本版本 | Edition of the text
    text | 承诺文本 | Text
    shown_months | 到期后继续公开期限 | Public after the due day for
    verification.method | 核实方式 | How it is verified
    verification.within_months | 到期后核实期限 | Verified within
    verification.confidence | 核实安排的可靠程度 | Confidence of the plan
    consequences | 未履行的后果 | What may follow if it is broken
    standard | 须写明标准 | Names a standard
    published.citation | 依规定公开的依据 | Published by the rule
    excluded_after_broken.citation | 未履行且未修复的不适用，依据 | Not after a broken promise, by
    confidence | 可靠程度 | Confidence
    rules | 抽查规则 | Rules of sampling
    shares.reduced | 降低频次（每千家抽取） | Reduced: of a thousand
    shares.ordinary | 正常频次（每千家抽取） | Ordinary: of a thousand
    shares.raised | 提高频次（每千家抽取） | Raised: of a thousand
    visits_per_year | 每家机构每年最多检查次数 | Most visits a year of one organisation
    visits_per_day | 每名检查人员每天最多检查次数 | Most visits a day of one inspector
    department | 检查部门 | Inspecting department
    joint | 可以联合检查 | May be done in a joint visit
    fixed.share | 法定频次（每千家抽取） | Fixed by law: of a thousand
    fixed.citation | 法定频次的依据 | Basis of the fixed frequency
    """
)

FIXED: Mapping[str, Title] = table(
    """
    burden | 限制 | burden
    advantage | 便利 | advantage
    act-now | 收到任务即实施 | as soon as told
    at-procedure | 办理事项时实施 | when the organisation comes
    bonus | 加分 | bonus points
    priority | 同等条件下优先 | priority under equal conditions
    simplified-steps | 简化程序 | steps simplified
    exclusion | 不予准入 | not admitted
    closer-look | 从严审查 | examined more closely
    accept | 受理 | taken in
    award | 确定结果 | award
    decide | 作出决定 | decision
    pay | 拨付 | payment
    performance | 履行之日 | performance
    decision | 决定之日 | the decision
    record | 记录所载决定之日 | the decision on record
    designation | 列入之日 | the designation
    listing | 列入之日 | the listing
    publication | 公示之日 | publication
    law | 法律 | law
    administrative-regulation | 行政法规 | administrative regulation
    ministry-rule | 部门规章 | rule of a ministry
    local-regulation | 地方性法规 | local regulation
    judicial-interpretation | 司法解释 | judicial interpretation
    central-policy | 中央政策文件 | central policy document
    memorandum | 合作备忘录 | memorandum of departments
    city-document | 市级文件 | document of the city
    reduced | 降低频次 | reduced
    ordinary | 正常频次 | ordinary
    raised | 提高频次 | raised
    adverse-record | 有效的不利记录 | an adverse record in effect
    certain | 已核实 | certain
    likely | 基本确定 | likely
    to_confirm | 待核实 | to be confirmed
    working_days | 个工作日 | working days
    calendar_days | 日 | calendar days
    months | 个月 | months
    day_of_month | 日（每月） | day of the month
    registration | 登记注册信息 | base registration
    advantages | 带来便利的认定 | designations that bring advantages
    promises | 已履行或者尚未到期的承诺 | promises kept or not due yet
    restrictions | 带来限制的认定 | designations that bring restrictions
    answer | 核验结果 | answer of the check
    minor | 轻微 | minor
    general | 一般 | general
    serious | 严重 | serious
    main | 主要材料 | main paper
    secondary | 次要材料 | secondary paper
    longer | 较长 | longer
    all-round | 综合信用 | all-round
    quality | 产品和服务质量 | quality of products and services
    safe-work | 安全生产 | safety at work
    labour | 劳动用工 | labour
    ecology | 生态环境 | environment
    public-trading | 公共资源交易 | public-resource trading
    own-standard | 自我声明公开的标准 | self-declared standard
    certificate | 证明事项告知承诺 | instead of a certificate
    later-papers | 容缺受理补交材料 | documents to follow
    mending | 信用修复 | repair
    association | 行业自律 | self-discipline of an association
    proactive | 主动型 | of one's own accord
    instead-of-approval | 审批替代型 | instead of an approval
    documents-to-follow | 容缺受理型 | documents to follow
    instead-of-certificate | 证明事项型 | instead of a certificate
    self-discipline | 行业自律型 | self-discipline
    repair | 信用修复型 | repair
    papers | 书面核查 | by papers
    on-site | 现场核查 | on site
    data | 数据比对 | by comparing data
    sample | 抽查 | by sample
    may-propose | 可以据此提出认定 | may ground a proposal
    advantage-ends | 终止相应便利 | the advantage ends
    approval-reviewed | 复查许可 | the approval is reviewed
    repair-revoked | 可以撤销修复 | the repair may be revoked
    association-told | 告知协会 | the association is told
    shorter | 较短 | shorter
    True | 是 | yes
    False | 否 | no
    """
)
