extension Verb {
  /// Base, past, participle.
  static let irregular = """
    be was been
    begin began begun
    break broke broken
    bring brought brought
    build built built
    buy bought bought
    catch caught caught
    choose chose chosen
    come came come
    cut cut cut
    deal dealt dealt
    do did done
    draw drew drawn
    drive drove driven
    fall fell fallen
    feel felt felt
    fight fought fought
    find found found
    forget forgot forgotten
    foresee foresaw foreseen
    get got got
    give gave given
    go went gone
    have had had
    hear heard heard
    hide hid hidden
    hit hit hit
    hold held held
    keep kept kept
    know knew known
    lead led led
    leave left left
    let let let
    lose lost lost
    make made made
    mean meant meant
    meet met met
    override overrode overridden
    oversee oversaw overseen
    pay paid paid
    put put put
    read read read
    rebuild rebuilt rebuilt
    redo redid redone
    reset reset reset
    rewrite rewrote rewritten
    rerun reran rerun
    run ran run
    say said said
    see saw seen
    send sent sent
    set set set
    show showed shown
    shut shut shut
    sit sat sat
    sleep slept slept
    speak spoke spoken
    spend spent spent
    split split split
    stand stood stood
    stick stuck stuck
    take took taken
    teach taught taught
    tell told told
    think thought thought
    throw threw thrown
    undo undid undone
    understand understood understood
    upset upset upset
    wake woke woken
    win won won
    withdraw withdrew withdrawn
    write wrote written
    """

  static let regular = """
    accept acknowledge act add admit agree alert allow analyse analyze announce answer anticipate apologise apologize
    apply approve argue arrange ask assess assign assume attach automate avoid back bill block bother bypass call cancel
    care challenge change charge check clarify clean clear click close commit communicate compare complain complete
    configure confirm connect consider consult contact continue coordinate copy correct count cover crash create debug
    decide declare decline delay delegate delete deliver deny depend deploy describe design detect develop disable
    disagree discover discuss document double-check drain drop duplicate edit enable encrypt ensure enter escalate
    estimate evaluate examine exclude execute expect explain expire explore expose extend fail fetch file fill finish fix
    flag flip focus follow force format forward guess handle happen help hesitate highlight hurry identify ignore improve
    include increase inform insist inspect install interrupt investigate invite involve isolate join judge jump kill
    label launch learn like limit link listen load lock log look maintain manage map mark mask measure mention merge
    migrate miss mitigate monitor move mute name neglect notice notify obey observe offer open operate order overlook
    own page panic pass patch pause phone pick ping plan point postpone practise practice prepare press prevent
    prioritise prioritize proceed process produce promise promote prompt propose protect prove provide pull push
    question raise reach react realise realize reboot recognise recognize record recover reduce refuse reject release
    rely remember remind remove rename renew reopen repeat replace replicate reply report request resolve respect
    respond restart restore retry return reuse revert review revise revoke risk roll rotate rush save scale schedule
    search secure select separate serve share ship sign silence simplify skip slip slow solve sort speed spot stage start
    step stop store submit suggest supervise support suppose suspect switch tag talk test throttle tidy touch trace track
    train transfer trigger trust try tune turn type update upgrade use validate verify wait warn watch wipe wonder work
    worry yell blame disregard rehearse sync wire triage prefer recommend want script query seed swap clone dismiss
    """

  static let doubling: Set<String> = [
    "stop", "plan", "ship", "drop", "skip", "tag", "log", "map", "step", "slip", "swap", "commit", "admit", "submit",
    "debug", "prefer", "flip", "format", "begin", "cut", "forget", "get", "hit", "let", "put", "reset", "rerun", "run",
    "set",
    "shut", "sit", "split", "upset", "win",
  ]
}
