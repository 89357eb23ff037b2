extension Vocabulary {
  /// Looks of the whole picture.
  static let styles: [Entry] = [
    Entry(
      "kaiber, kaiber style, kaiber look, in kaiber style, in the style of kaiber, kaiber ai, kaiber animation, painterly flow, flowing paint style, flowing painting, kaiber风格, kaiber风, 流动绘画, 流动油彩",
      .style(.kaiber), .filmWord),
    Entry(
      "cinematic, cinematic style, cinematic look, cinematic shot, cinematic film, cinematic video, movie look, film look, movie style, blockbuster look, teal and orange, hollywood style, 电影感, 电影质感, 电影风格, 电影级, 大片感, 电影感画面, 电影级画面",
      .style(.cinematic), .filmWord),
    Entry(
      "anime, anime style, manga style, anime look, japanese anime, cel shaded, cel shading, cel shade, ghibli, ghibli style, studio ghibli, makoto shinkai, shinkai style, cartoon, cartoon style, toon, toon style, 动漫, 动漫风格, 动漫风, 日漫, 日漫风, 日漫风格, 日系动漫, 卡通, 卡通风格, 二次元, 二次元风格, 新海诚, 新海诚风格, 宫崎骏, 宫崎骏风格, 吉卜力, 吉卜力风格, 赛璐璐",
      .style(.anime), .filmWord),
    Entry(
      "watercolor, watercolour, watercolor style, watercolour style, watercolor painting, watercolour painting, water color, water colour, aquarelle, gouache, 水彩, 水彩画, 水彩风格, 水彩风, 水彩画风",
      .style(.watercolour), .filmWord),
    Entry(
      "oil painting, oil paint, oil painting style, oil painted, painted in oil, in oil, oil on canvas, impasto, impressionist, impressionism, impressionist painting, van gogh, van gogh style, monet, monet style, like a painting, look like a painting, painterly look, 像油画, 像一幅画, 油画, 油画风格, 油画风, 油画质感, 印象派, 梵高, 梵高风格, 莫奈, 莫奈风格, 厚涂",
      .style(.oil), .filmWord),
    Entry(
      "ink painting, ink wash, ink wash painting, ink style, ink wash style, ink drawing, ink art, in ink, ink and wash, chinese ink, chinese ink painting, chinese ink wash, chinese painting, sumi e, sumie, brush painting, 水墨, 水墨画, 水墨风格, 水墨风, 国画, 国画风格, 中国画, 山水画, 水墨山水, 写意, 墨画",
      .style(.ink), .filmWord),
    Entry(
      "pixel art, pixel, pixel style, pixelated, pixel art style, pixelart, 8 bit, 16 bit, 8bit, 16bit, eight bit, retro game, video game style, retro game style, 像素, 像素风, 像素风格, 像素画, 像素艺术, 8位, 16位",
      .style(.pixel), .filmWord),
    Entry(
      "noir, film noir, noir style, film noir style, noir look, black and white film, old black and white film, 黑色电影, 黑色电影风格, 黑白电影, 黑白胶片, 黑白片",
      .style(.noir), .filmWord),
    Entry(
      "vaporwave, vapor wave, vapourwave, vaporwave style, vaporwave aesthetic, synthwave style, retrowave style, outrun style, synthwave look, 80s style, 80s aesthetic, eighties style, 蒸汽波, 蒸汽波风格, 蒸汽波风, 合成器浪潮风格",
      .style(.vaporwave), .filmWord),
    Entry(
      "line sketch, sketch, pencil sketch, sketch style, pencil drawing, line drawing, line art, lineart, pencil, hand drawn, hand drawn style, drawn in pencil, charcoal, charcoal drawing, sketched, black and white sketch, 线稿, 素描, 素描风格, 线描, 铅笔画, 铅笔, 手绘, 手绘风, 手绘风格, 速写, 线条画, 简笔画, 炭笔",
      .style(.sketch), .filmWord),
    Entry(
      "paper cut out, paper cutout, paper cut, papercut, papercut style, paper cut out style, cut out paper, paper art, papercraft, paper craft, paper collage, layered paper, paper style, cut paper, origami style, 剪纸, 剪纸风格, 剪纸风, 纸艺, 纸雕, 折纸风格, 剪纸艺术, 纸片",
      .style(.paperCut), .filmWord),
    Entry(
      "low poly, low poly style, lowpoly, low polygon, polygonal, polygon art, faceted, geometric style, triangulated, 低多边形, 低多边形风格, 低面, 低模, 多边形风格, 低多边形风",
      .style(.lowPoly), .filmWord),
    Entry(
      "vhs, vhs style, vhs look, vhs tape, camcorder, 录像带, 16 mm, 16mm, 16mm film, 16 mm film, film grain 16 mm, 35mm film, 35 mm film, super 8, super8, 8mm film, film grain, grainy film, analog film, analogue film, old film, vintage film, retro film, film stock, kodak, kodachrome, home movie, 胶片, 胶片感, 胶片风格, 胶片质感, 胶片颗粒, 16毫米, 16毫米胶片, 十六毫米, 复古胶片, 老电影, 老胶片, 胶卷",
      .style(.film), .filmWord),
    Entry(
      "natural style, natural look, no style, without style, without any style, normal style, normal look, realistic style, remove the style, original style, default style, photographic style, 自然风格, 无风格, 去掉风格, 取消风格, 写实风格, 正常风格, 恢复原来的风格, 原来的风格, 默认风格",
      .naturalStyle, .filmWord),
  ]
}
