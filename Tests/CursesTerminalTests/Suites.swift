import Testing

/// Programs are started one at a time: a descriptor that slips into another child keeps a terminal
/// open. ncurses, too, is one for the whole process.
@Suite(.serialized) enum TerminalTests {}
