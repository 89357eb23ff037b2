extension Vocabulary {
  /// How the camera and the things before it move.
  static let motion: [Entry] = [
    Entry(
      "zoom in, zooming in, zoom into, push in, pushing in, dolly in, dolly forward, move closer, moving closer, camera push, fly through, flythrough, flyover, drone shot, drone footage, drone view, aerial shot, aerial view, aerial, move forward, tracking shot, 推近, 推进, 镜头推近, 镜头推进, 镜头拉近, 拉近, 放大镜头, 航拍, 俯拍, 向前推进, 推镜头, 镜头前推",
      .camera(.push)),
    Entry(
      "zoom out, zooming out, pull back, pulling back, pull out, pulling out, dolly out, dolly back, move away, moving away, 拉远, 镜头拉远, 镜头后拉, 拉镜头, 镜头后退, 缩小镜头, 后拉",
      .camera(.pull)),
    Entry(
      "pan left, panning left, pan to the left, panning to the left, camera moves left, camera moving left, move the camera left, truck left, 左移, 镜头左移, 向左摇, 左摇, 镜头向左, 镜头往左, 向左平移, 镜头向左移动, 镜头向左摇",
      .camera(.panLeft)),
    Entry(
      "pan right, panning right, pan to the right, panning to the right, camera moves right, camera moving right, move the camera right, truck right, pan across, panning across, pan, panning, panning shot, panorama, panoramic shot, 右移, 镜头右移, 向右摇, 右摇, 镜头向右, 镜头往右, 向右平移, 摇镜头, 平移, 镜头向右移动, 镜头平移, 镜头向右摇",
      .camera(.panRight)),
    Entry(
      "tilt up, tilting up, pan up, panning up, crane up, camera rises, camera rising, 上摇, 镜头上移, 镜头上摇, 向上摇, 镜头向上, 镜头上升, 仰拍",
      .camera(.tiltUp)),
    Entry(
      "tilt down, tilting down, pan down, panning down, crane down, camera descends, 下摇, 镜头下移, 镜头下摇, 向下摇, 镜头向下, 镜头下降",
      .camera(.tiltDown)),
    Entry(
      "pov, point of view, first person, first person view, 第一视角, 第一人称, 主观视角, handheld, hand held, shaky cam, shaky camera, shaky, camera shake, 手持, 手持镜头, 镜头晃动, 晃动",
      .camera(.handheld)),
    Entry(
      "static shot, static camera, still camera, locked off, locked shot, fixed camera, fixed shot, static, no camera movement, no camera motion, without camera movement, camera stays still, hold the camera still, still shot, stationary camera, 固定镜头, 镜头固定, 静止镜头, 固定机位, 镜头不动, 静态镜头, 机位固定",
      .camera(.still)),
    Entry(
      "fly, flying, flies, flew, drift, drifting, drifts, sail, sailing, sails, swim, swimming, float, floating, floats, move, moving, moves, glide, gliding, soar, soaring, head, heading, drive, driving, race, racing, rush, rushing, run, running, walk, walking, go, going, pass, passing, travel, travelling, traveling, fall, falling, rise, rising, roll, rolling, cross, crossing, circle, circling, dance, dancing, 飞, 飞过, 飞翔, 飞向, 游, 游过, 游动, 驶过, 行驶, 航行, 漂, 漂浮, 飘, 飘过, 飘动, 移动, 升起, 飞舞, 划过, 奔跑, 穿过, 落下, 飘落, 经过, 驶向, 游来游去, 飞行, 漂过, 掠过, 盘旋, 开过, 飘扬, 翱翔",
      .motion),
    Entry(
      "to the left, toward the left, towards the left, leftward, leftwards, from right to left, right to left, 向左, 往左, 朝左, 从右向左, 从右往左, 由右向左, 从右到左, 向左边, 往左边",
      .heading(.left)),
    Entry(
      "to the right, toward the right, towards the right, rightward, rightwards, from left to right, left to right, 向右, 往右, 朝右, 从左向右, 从左往右, 由左向右, 从左到右, 向右边, 往右边",
      .heading(.right)),
    Entry("slow, slowly, leisurely, lazy, lazily, unhurried, 缓慢, 慢慢, 慢, 缓慢地, 慢慢地, 悠悠", .speed(0.5)),
    Entry(
      "fast, quick, quickly, rapid, rapidly, swift, swiftly, speeding, speedy, racing by, 快速, 飞快, 迅速, 疾驰, 飞速, 高速地, 快",
      .speed(1.8)),
    Entry("timelapse, time lapse, time-lapse, hyperlapse, 延时, 延时摄影, 快进, 延时视频", .speed(2.5)),
    Entry("slow motion, slow mo, slowmo, slow-mo, 慢动作, 慢镜头, 升格", .speed(0.4)),
    Entry("motionless, 静止", .speed(0)),
  ]
}
