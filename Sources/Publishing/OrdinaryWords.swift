/// Words that are names of persons too, and far more often mean something else.
enum OrdinaryWords {
  static func contains(_ word: String) -> Bool { all.contains(word.lowercased()) }

  private static let all: Set<String> = Set(
    """
    will mark may june april august rose grace hope faith joy bill rob art grant chase drew jack frank dean miles chip
    dawn eve summer autumn winter ray pat sue bob max pearl ruby amber iris ivy lily daisy heather holly hunter mason
    carter cooper taylor parker baker page gene guy harry herb jay ken lance nick penny peg pierce rich robin rusty sky
    skip stew sandy tad van victor wade woody rod reed dale glen heath cliff ash basil bay case cash colt crystal destiny
    gray grey green brown black white young long short king knight price rice stone wood woods hill field banks bond
    church cook day fox lake law little love moon north south east west park pope power powers small snow son star still
    strong sun wolf root admin ops core an al in so do can no go my he it ma me we us to of on or at by be is if as up
    de la le el da di du von der den ten bin lead manager engineer support build test release data server host job
    queue cache link port router gateway agent worker master merge branch commit major minor general sage wells
    rivers marsh mills ford lane street bridge gates walker fisher miller smith potter carpenter porter sailor shepherd
    wall hall house rock brook bush flowers berry branch christian jordan paris israel china india georgia virginia
    carolina austin dallas houston london holland england ireland francis champion major prince duke earl baron noble
    angel bishop abbot monk prior dean judge marshal sergeant constable warden sterling lucky happy joker buddy
    kitty bunny ginger coco mercy patience prudence constance verity charity unity trinity serenity harmony melody
    carol viola bianca alma dot fay gale gay hazel jade jewel laurel merry myrtle olive opal poppy violet wren zion
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
