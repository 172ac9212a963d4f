package struct MaydayCommand {
  package static func runAndExit() async {}
}
