/// Words of a person who writes for another one.
enum ThirdPersonWords {
    static func found(in texts: [WordTokens]) -> String? {
        texts.lazy.compactMap { phrases.firstMatch(in: $0)?.words }.first
    }

    private static let phrases: PhraseList = """
        on behalf of my|mr|ms|mrs|miss|dr|him|her|them|his|one|student|candidate,
        on behalf of a|an|our ~2 student|candidate|client|applicant|friend|colleague,
        for my son|daughter|student|friend|brother|sister|wife|husband|girlfriend|boyfriend|colleague|classmate|client|nephew|niece,
        for my cousin|mentee|advisee|child|partner|supervisee|labmate,
        my son|daughter|friend|brother|sister|wife|husband|nephew|niece|cousin|client|student|mentee|advisee ~3 apply|applying,
        my son's|daughter's|friend's|brother's|sister's|wife's|husband's|student's|client's cv|resume|application|transcript,
        one of my ~2 student|students|friends|colleagues ~4 apply|applying|interested|looking,
        our client|candidate|applicant|student, a ~3 student|friend|colleague of mine, introduce my|one|a|our ~3 student|friend|colleague|candidate,
        my student|friend|son|daughter is|has|would|wants|wishes|hopes ~4 interested|apply|join|applied,
        my friend|son|daughter ~2 is|has|would|wants|wishes|hopes ~4 interested|apply|join|applied,
        his|her cv|resume|application|transcript|transcripts is|are attached, please find his|her,
        我的 ~2 学生|儿子|女儿|朋友|孩子|同学|师弟|师妹|侄子|侄女 ~6 申请|应聘|想|希望,
        我儿子|女儿|孩子|朋友 ~6 申请|应聘|想|希望, 代为申请, 代|替|帮 我|他|她|学生|朋友|孩子|同学 ~2 申请,
        推荐我的 ~4 学生|同学|朋友, 推荐 ~4 该生|同学
        """
}
