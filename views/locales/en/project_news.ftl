# What changed in the projects that a chat follows
digest-projects-count = { $count ->
    [one] { $count } project
   *[other] { $count } projects
}
news-projects = Changes in projects
news-stories = News
news-new = New in the registry
news-why = Why: { $reason }
news-more = and { $count ->
    [one] { $count } more change
   *[other] { $count } more changes
}
news-more-projects = { $count ->
    [one] { $count } more project has changed.
   *[other] { $count } more projects have changed.
} You will find them in the registry: /projects
news-at-once = You asked to hear about this at once
news-open = 🏗 Open the project
