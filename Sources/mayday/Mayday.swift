import Commands

@main
struct Mayday {
  static func main() async {
    await MaydayCommand.runAndExit()
  }
}
