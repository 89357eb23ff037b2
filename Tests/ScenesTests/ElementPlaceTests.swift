import Directing
import Scenes
import Testing

private let canvas = Canvas(width: 180, height: 320)

/// Luma rows in which two pictures clearly differ, as shares of the height.
private func changedRows(_ kind: SceneElement.Kind, over ground: [SceneElement.Kind], at time: TimeOfDay)
  -> [Double]
{
  func frame(_ kinds: [SceneElement.Kind], _ number: Int) -> FrameBuffer {
    let shot = Shot(
      name: "test", durationMS: 4000, seed: 11, timeOfDay: time, elements: kinds.map { SceneElement($0) },
      camera: .still)
    var buffer = FrameBuffer(canvas: canvas)
    SceneRenderer(shot: shot, canvas: canvas).render(frame: number, into: &buffer)
    return buffer
  }
  var rows: [Double] = []
  for number in [10, 60, 100] {
    let without = frame(ground, number)
    let with = frame(ground + [kind], number)
    for index in 0..<with.lumaCount where abs(Int(with.bytes[index]) - Int(without.bytes[index])) > 10 {
      rows.append(Double(index / canvas.width) / Double(canvas.height))
    }
  }
  return rows.sorted()
}

/// Where in a frame an element of a shot is: the luma samples that change with its colour.
private func places(of element: Int, in shot: Shot, at number: Int, on canvas: Canvas = canvas) -> [Int] {
  func frame(_ colour: NamedColour) -> FrameBuffer {
    var shot = shot
    shot.elements[element].colour = colour
    var buffer = FrameBuffer(canvas: canvas)
    SceneRenderer(shot: shot, canvas: canvas).render(frame: number, into: &buffer)
    return buffer
  }
  let light = frame(NamedColour(name: "white", red: 255, green: 255, blue: 255))
  let dark = frame(NamedColour(name: "black", red: 0, green: 0, blue: 0))
  return (0..<light.lumaCount).filter { abs(Int(light.bytes[$0]) - Int(dark.bytes[$0])) > 12 }
}

@Suite("Where things are")
struct ElementPlaceTests {
  @Test(
    "the one thing that a picture is of is whole in it, and not small, from the first frame to the last",
    arguments: [
      ("a horse running through a meadow", SceneElement.Kind.horse),
      ("a dog running on the beach at sunset", .dog),
      ("a person with an umbrella on a city street", .umbrella), ("a sea turtle", .turtle),
      ("a shark", .shark),
      ("a fish", .fish),
      ("an airplane over the hills", .airplane), ("a wolf in the snow", .wolf),
      ("a hot air balloon over hills", .balloon),
      ("an astronaut in space", .astronaut), ("an autumn tree", .autumnTree),
    ])
  func subject(prompt: String, kind: SceneElement.Kind) throws {
    let shot = Director(drawable: SceneRenderer.drawable).storyboard(for: prompt, seed: 4).shots[0]
    let index = try #require(shot.elements.firstIndex { $0.kind == kind })
    // What differs between two pictures that differ in its colour is the thing itself.
    for number in [0, 60, 150, 240, 299] {
      let places = places(of: index, in: shot, at: number)
      let columns = places.map { $0 % canvas.width }
      let rows = places.map { $0 / canvas.width }
      let tall = (rows.max() ?? 0) - (rows.min() ?? 0)
      let (first, last) = (try #require(columns.min()), try #require(columns.max()))
      #expect(first > 1 && last < canvas.width - 2, "\(prompt), frame \(number): columns \(first) to \(last)")
      #expect(
        last - first > canvas.width / 7 || tall > canvas.height / 9,
        "\(prompt), frame \(number): columns \(first) to \(last)")
    }
  }

  @Test(
    "people in a street with cars walk beside the road, none of them where a car drives",
    arguments: [
      "a busy city street with cars and people", "a couple walking down a street with cars at sunset",
      "a woman with an umbrella walking on a city street with cars by day", "汽车和行人在城市街道上，白天",
    ])
  func pavement(prompt: String) throws {
    var shot = Director(drawable: SceneRenderer.drawable).storyboard(for: prompt, seed: 4).shots[0]
    let index = try #require(shot.elements.firstIndex { $0.kind.isPeople })
    shot.camera = .still
    let canvas = Canvas(width: 270, height: 480)
    var seen = 0
    for number in [0, 90, 180, 290] {
      let places = places(of: index, in: shot, at: number, on: canvas)
      seen += places.count
      // Half a car's way to each side of the middle, at the height of the feet of those that are seen.
      let foot = places.map { $0 / canvas.width }.max() ?? 0
      let horizon = Double(canvas.height) * 0.74
      let near = max(0, Double(foot) - horizon) / (Double(canvas.height) - horizon)
      let lowest = places.filter { $0 / canvas.width > foot - 4 }
      for place in lowest {
        let way = abs(Double(place % canvas.width) - Double(canvas.width) / 2) / Double(canvas.width)
        #expect(way > near * 0.55, "\(prompt), frame \(number)")
      }
    }
    #expect(seen > 60, "\(prompt)")
  }

  @Test(
    "one or a few in a street without cars go along it, with their feet in the picture",
    arguments: [
      "a man walking in the street", "two friends walking down a city street at dusk", "一个女人走在街道上",
      "a woman with an umbrella in a street at night", "a family walking in a street by day, 20 seconds",
    ])
  func alongStreet(prompt: String) throws {
    var shot = Director(drawable: SceneRenderer.drawable).storyboard(for: prompt, seed: 4).shots[0]
    let index = try #require(shot.elements.firstIndex { $0.kind.isPeople })
    shot.camera = .still
    var middles: [Int] = []
    for number in [0, 90, 180, 290] {
      let places = places(of: index, in: shot, at: number)
      try #require(places.count > 12, "\(prompt), frame \(number)")
      #expect((places.map { $0 / canvas.width }.max() ?? 0) < canvas.height - 3, "\(prompt), frame \(number)")
      middles.append(places.map { $0 % canvas.width }.sorted()[places.count / 2])
    }
    for (one, next) in zip(middles, middles.dropFirst()) {
      #expect(abs(one - next) < canvas.width / 9, "\(prompt): \(middles)")
    }
  }

  @Test("a street lamp lights the ground around its foot")
  func poolOfLight() throws {
    let rows = changedRows(.streetLamp, over: [.hills, .road], at: .night)
    #expect(try #require(rows.last) > 0.89)
  }

  @Test(
    "who goes down an open road keeps to it: neither their place nor their size changes much",
    arguments: ["a lonely man walking down an empty road at dusk", "a cyclist on a mountain road"])
  func downRoad(prompt: String) throws {
    var shot = Director(drawable: SceneRenderer.drawable).storyboard(for: prompt, seed: 4).shots[0]
    let index = try #require(shot.elements.firstIndex { $0.kind.isPeople })
    shot.camera = .still
    for number in [0, 90, 290] {
      let columns = places(of: index, in: shot, at: number).map { $0 % canvas.width }.sorted()
      try #require(columns.count > 30)
      #expect(abs(columns[columns.count / 2] - canvas.width / 2) < canvas.width / 10)
    }
  }

  @Test("a train that crosses a bridge over water is seen")
  func trainOverWater() throws {
    let rows = changedRows(.train, over: [.lake, .mountains, .bridge], at: .day)
    #expect(rows.count > 200)
  }

  @Test(
    "what flies or shines is seen in the sky",
    arguments: [
      SceneElement.Kind.airplane, .helicopter, .paperPlanes, .crane, .kite, .comet, .meteors, .galaxy,
      .moon,
      .aurora, .birds, .balloon, .starTrails,
    ])
  func sky(kind: SceneElement.Kind) throws {
    let rows = changedRows(kind, over: [.hills], at: .night)
    try #require(rows.count > 20)
    #expect(rows[rows.count / 2] < 0.62)
  }

  @Test(
    "what stands or walks is seen on the ground, whole",
    arguments: [
      SceneElement.Kind.people, .couple, .umbrella, .dancer, .runner, .cyclist, .horse, .cat, .dog, .deer,
      .wolf,
      .elephant, .tent, .bench, .cactus, .campfire,
    ])
  func ground(kind: SceneElement.Kind) throws {
    let rows = changedRows(kind, over: [.hills], at: .day)
    try #require(rows.count > 60)
    #expect(rows[rows.count / 2] > 0.6)
    // Its feet are in the picture.
    #expect(rows[rows.count * 98 / 100] < 0.985)
  }

  @Test(
    "what swims or sails is seen on the water",
    arguments: [SceneElement.Kind.boat, .ship, .whale, .dolphin, .shark, .swan, .iceberg, .lotus])
  func water(kind: SceneElement.Kind) throws {
    let rows = changedRows(kind, over: [.ocean], at: .day)
    try #require(rows.count > 20)
    #expect(rows[rows.count / 2] > 0.3 && rows[rows.count / 2] < 0.97)
  }

  @Test(
    "animals step without sliding: a foot on the ground stays where it is",
    arguments: [SceneElement.Kind.people, .horse, .elephant])
  func gait(kind: SceneElement.Kind) throws {
    // Over four seconds the figure crosses a good part of the picture.
    func middle(_ number: Int) -> Double {
      func frame(_ kinds: [SceneElement.Kind]) -> FrameBuffer {
        let shot = Shot(
          name: "test", durationMS: 4000, seed: 11, timeOfDay: .day,
          elements: kinds.map { SceneElement($0, count: $0 == kind ? 1 : nil, heading: .right) },
          camera: .still)
        var buffer = FrameBuffer(canvas: canvas)
        SceneRenderer(shot: shot, canvas: canvas).render(frame: number, into: &buffer)
        return buffer
      }
      let (without, with) = (frame([.hills]), frame([.hills, kind]))
      var (sum, count) = (0, 0)
      for index in 0..<with.lumaCount where abs(Int(with.bytes[index]) - Int(without.bytes[index])) > 14 {
        sum += index % canvas.width
        count += 1
      }
      return Double(sum) / Double(max(1, count))
    }
    #expect(middle(75) > middle(45) + 4)
  }
}
