# Questions about projects: /status and what officials say

ask-what = Which project? Write what you remember: the plant, the company, the place, the amount or the code. For example: cable plant Kentau
ask-what-group = Which project? Write what you remember after the command. For example: /status cable plant Kentau
ask-several = <b>{ $words }</b>
    Several projects fit. Which one?
ask-one = <b>{ $words }</b>
    You may mean this project:
ask-nearest = <b>{ $words }</b>
    There is no such project in the registry. The nearest:
ask-nothing = <b>{ $words }</b>
    There is no such project in the registry.
ask-corrected = Showing results for “{ $words }”
ask-more = There are more. Add a word: a place, a company, a sector or an amount.
ask-may-tell = If this project should be in the registry, let us know: the admins will see your words and that you sent them.
ask-tell = Tell the admins
ask-told = Thank you, your question was passed on. The admins will see it.
ask-told-enough = You have passed on { $count ->
    [one] { $count } question
   *[other] { $count } questions
} today. You can send more tomorrow.
ask-news = 🔎 Search the news
ask-project = Project: { $name }
ask-projects = Projects: { $count }
ask-open-questions = Unanswered questions: { $count }
ask-questions = <b>Unanswered questions: { $count }</b>
    People did not find these projects in the registry.
ask-questions-none = There are no unanswered questions.
ask-who = who asked
ask-questions-close = Once you have dealt with a question, close it.
ask-close = ✓ { $number }
ask-closed = The question is closed.

notice-question = The registry has no project for “{ $words }”. The person who searched asked to let you know.
notice-open-questions = Unanswered questions
