/// What a scene feels like, as far as its music follows from it.
typealias Feeling = Meaning.Feeling
