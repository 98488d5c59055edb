# Fields of a project and their values in words
field-code = Code
field-names = Name
field-investors = Investor
field-sectors = Sector
field-districts = District
field-zone = Zone
field-place = Place
field-point = Coordinates
field-claims = Reported amounts
field-amount = Amount
field-jobs-planned = Jobs planned
field-jobs-created = Jobs created
field-capacity = Capacity
field-memorandum = Memorandum
field-curator = Curator
field-stage = Stage
field-lapsed = Memorandum lapsed
field-suspension = Suspended
field-planned-start = Planned start
field-planned-finish = Planned finish
field-actual-start = Actual start
field-actual-finish = Actual finish
field-milestones = Milestones
field-physical = Built
field-financial = Funds spent
field-blockers = Blockers
field-documents = Documents
field-notes = Notes
field-published = Published
field-deleted = Deleted

value-none = not given
value-yes = yes
value-no = no
value-unknown = another amount
value-became = { $old } → { $new }
value-more = { $count } more
value-number = No. { $number }
value-percent = { $percent }%
value-person = official No. { $number }
value-suspended = { $reason } · { $since }
value-milestone = “{ $title }”, due { $date }
value-milestone-met = “{ $title }”, met { $date }
value-resolved = { $what } (resolved { $date })
document-photo = photo
document-document = document

delay-none = on time
delay-early = { $days ->
    [one] { $days } day
   *[other] { $days } days
} early
delay-late = finished { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
delay-so-far = { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
