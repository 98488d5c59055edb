language-name = Қазақша
