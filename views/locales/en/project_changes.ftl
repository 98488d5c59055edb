# What changed in a project: a field, old → new
change-name-in = Name ({ $language })
change-first = { $field }: { $new }
change-other = { $field }: { $old } → { $new }
change-gone = { $field }: { $old } → not given
change-altered = { $field }: updated

change-lapsed = The memorandum has lapsed
change-not-lapsed = The memorandum is in force again
change-published = The project was published
change-not-published = The project was unpublished
change-deleted = The project was deleted
change-not-deleted = The project was restored
change-suspended = Work suspended: { $suspension }
change-resumed = Work resumed

change-claim-added = Amount reported: { $claim }
change-claim-gone = Reported amount removed: { $claim }
change-claim-other = Reported amount: { $old } → { $new }
change-milestone-added = New milestone: “{ $title }”, due { $due }
change-milestone-gone = Milestone removed: “{ $title }”
change-milestone-title = Milestone renamed: “{ $old }” → “{ $new }”
change-milestone-due = Milestone “{ $title }” due: { $old } → { $new }
change-milestone-met = Milestone met: “{ $title }”, { $on }
change-milestone-unmet = Milestone no longer marked as met: “{ $title }”
change-blocker-added = Blocker: { $text } ({ $since })
change-blocker-gone = Blocker removed from the list: { $text }
change-blocker-other = Blocker: { $old } → { $new }
change-blocker-resolved = Blocker resolved: { $text } ({ $on })
change-blocker-reopened = Blocker is back: { $text }
change-document-added = New document: “{ $title }”
change-document-gone = Document removed: “{ $title }”
change-document-public = Document opened to everyone: “{ $title }”
change-document-internal = Document now for officials only: “{ $title }”
change-document-title = Document renamed: “{ $old }” → “{ $new }”
change-photo-added = New photo: “{ $title }”
change-photo-gone = Photo removed: “{ $title }”
change-photo-public = Photo opened to everyone: “{ $title }”
change-photo-internal = Photo now for officials only: “{ $title }”
change-photo-title = Photo caption: “{ $old }” → “{ $new }”

change-untitled = untitled
