extension Vocabulary {
  /// Words of edits.
  static let editing: [Entry] =
    [
      Entry(
        "add, put, insert, include, place, throw in, overlay, apply, 加, 添加, 加上, 增加, 加入, 加个, 加一个, 加一段, 加点, 加些, 加一些, 插入, 放, 放上, 配上, 配个, 配一段, 添上, 补上, 再加, 再加上, 再加一个, 来点, 多加",
        .edit(.add)),
      Entry(
        "remove, delete, drop, erase, get rid of, take out, take away, take off, lose, hide, clear away, eliminate, strip, 去掉, 删除, 删掉, 移除, 去除, 拿掉, 取消, 清除, 删去, 撤掉, 关掉, 不要了",
        .edit(.remove)),
      Entry(
        "make it, make this, make that, make them, make everything, make the, turn it, turn this, set it, give it, turn the, 让它, 让画面, 把它, 把画面, 使它",
        .edit(.make)),
      Entry(
        "change, set, adjust, switch, alter, modify, update, edit, recolor, recolour, colour it, color it, recast, tweak, tint it, 改, 改成, 变成, 换成, 改为, 设为, 设置, 设成, 设置为, 调成, 调到, 调整, 调整为, 变为, 修改, 切换, 切换成, 调为, 调整到, 换, 换个, 换一个, 换上, 改到, 变",
        .edit(.change)),
      Entry("replace, swap, substitute, exchange, 替换, 代替, 替换成, 替换为", .edit(.replace)),
      Entry(
        "increase, raise, boost, turn up, crank up, amplify, 提高, 增大, 加大, 调高, 调大, 提升, 增强, 变大, 放大, 大一点, 大点, 大一些",
        .edit(.increase)),
      Entry(
        "decrease, reduce, lower, turn down, cut down, dial down, tone down, 降低, 减小, 减少, 调低, 调小, 减弱, 变小, 缩小, 小一点, 小点, 小一些",
        .edit(.decrease)),
      Entry(
        "shorten, trim, cut it, cut to length, cut the video, trim it, 缩短, 剪短, 剪到, 缩短到, 截短, 缩短为, 剪成",
        .edit(.shorten)),
      Entry("extend, lengthen, stretch, prolong, 延长, 加长, 延长到, 拉长, 延长为", .edit(.extend)),
      Entry("rename, retitle, call it, name it, title it, 改名, 重命名, 命名为, 改名为, 叫做, 叫它", .edit(.rename)),
      Entry("zoom", .edit(.zoom)),
      Entry("move the, shift, move, position, 移到, 移动到, 放到, 放在", .edit(.move)),
      Entry("turn the music up, turn it up, turn the volume up", .edit(.increase), .musicNoun),
      Entry("turn the music down, turn it down, turn the volume down", .edit(.decrease), .musicNoun),
      Entry(
        "don't like, do not like, dislike, don't want, do not want, i don't want, 不喜欢, 不想要", .edit(.remove)),
      Entry("变暗, 调暗", .more(.light, 0.5)), Entry("变亮, 调亮", .more(.light, 2)),
      Entry("变快", .more(.speed, 1.5)), Entry("变慢", .more(.speed, 0.6)),
      Entry("变长", .more(.length, 1.5)), Entry("变短", .more(.length, 0.667)),
      Entry("speed up, speed it up, accelerate, 加速, 加快", .edit(.speedUp)),
      Entry("slow down, slow it down, decelerate, 减速, 放慢", .edit(.slowDown)),
      Entry(
        "mute the music, mute the sound, mute it, turn off the music, turn the music off, turn off the sound, mute the audio, stop the music, 关掉音乐, 关闭音乐, 关闭声音",
        .edit(.mute)),
      Entry("use", .edit(.useMusic)),
      Entry(
        "append, add a scene, add a shot, add another scene, add another shot, add a new scene, add a new shot, add scene, add one more scene, another scene, another shot, add a clip, add another clip, one more scene, add an ending, end with, ends with, finish with, followed by a scene, continue with, and end with, 接一个镜头, 再加一个镜头, 再接一个镜头, 加一个镜头, 添加一个镜头, 接一段, 再来一个镜头, 增加一个镜头, 加一个场景, 再加一个场景, 添加场景, 添加一个场景, 追加, 续上, 接上, 下一个镜头, 最后加一个镜头, 再加一段, 结尾加, 加个镜头, 加一幕, 接一幕, 再接一段, 最后是, 结尾是, 增加一个场景",
        .edit(.append)),

      Entry("more, extra, additional, another, 更多, 更多的, 多一些, 多一点, 再来, 多点, 多些", .more(.count, 2)),
      Entry("fewer, less, 更少, 少一些, 少一点, 少点, 少些", .more(.count, 0.5)),
      Entry("bigger, larger, greater, taller, 更大, 更高大", .more(.size, 1.4)),
      Entry("smaller, tinier, 更小", .more(.size, 0.7)),
      Entry("faster, quicker, speedier, 更快, 快一点, 快一些, 快点", .more(.speed, 1.5)),
      Entry("slower, 更慢, 慢一点, 慢一些, 慢点", .more(.speed, 0.6)),
      Entry(
        "calmer, quieter scene, gentler, softer, more calm, more peaceful, more relaxed, smoother, less dramatic, less intense, more serene, more relaxing, 更平静, 更安静, 平静一点, 平静一些, 更柔和, 更宁静, 安静一点, 平静点, 安静点, 柔和点, 平缓一点",
        .more(.energy, 0.5)),
      Entry(
        "wilder, stormier, rougher, livelier, windier, more dramatic, more intense, more energetic, more dynamic, more energy, more exciting, more action, more lively, crazier, less calm, 更激烈, 更猛烈, 更动感, 更有活力, 更汹涌, 更热烈, 更狂暴, 激烈一点, 激烈一些, 更有动感, 更震撼",
        .more(.energy, 1.6)),
      Entry("longer, 更长, 长一点, 长一些, 长点", .more(.length, 1.5)),
      Entry("shorter, 更短, 短一点, 短一些, 短点", .more(.length, 0.667)),
      Entry(
        "twice as long, double the length, double length, two times longer, 两倍长, 长一倍, 加倍时长", .more(.length, 2)
      ),
      Entry("half as long, half the length, 缩短一半, 短一半", .more(.length, 0.5)),
      Entry("louder, 更响, 更大声, 大声一点, 响一点, 大声点", .more(.volume, 1.5)),
      Entry(
        "quieter, more quiet, less loud, softer music, 更轻, 轻一点, 轻一些, 小声一点, 小声点, 更小声, 轻点", .more(.volume, 0.6)),
      Entry("darker, dimmer, more dark, 更暗, 暗一点, 暗一些, 更黑", .more(.light, 0.5)),
      Entry("brighter, lighter, more light, 更亮, 亮一点, 亮一些, 更明亮", .more(.light, 2)),
      Entry("warmer, more warm, 更暖, 暖一点, 暖一些, 更温暖, 暖色, 暖色调", .more(.warmth, 2)),
      Entry("cooler, colder, more cold, 更冷, 冷一点, 冷一些, 冷色, 冷色调", .more(.warmth, 0.5)),
      Entry("volume, loudness, sound level, music volume, 音量, 音乐音量, 声音大小", .musicNoun, .more(.volume, 1)),

      Entry(
        "take back, back to the original, go back to the original, restore the original, revert to the original, 恢复原状, 恢复到最初, step back, one step back, go back one step, go one step back, undo, undo that, undo it, take that back, go back, revert, revert that, put it back, undo the last change, previous version, 撤销, 撤回, 回退, 上一步, 返回上一步, 还原, 撤销上一步, 恢复上一步",
        .phrase(.undo)),
      Entry("redo, redo that, redo it, do it again, 重做, 恢复, 取消撤销", .phrase(.redo)),
      Entry(
        "start over, start again, start fresh, start from scratch, reset, begin again, from scratch, 重新开始, 从头再来, 从头来过, 推倒重来, 从头开始, 重来, 重置",
        .phrase(.startOver)),
      Entry(
        "scrap it all, scrap everything, scrap it, throw it all away, clear everything, delete everything, remove everything, clear the timeline, new project, empty the timeline, 清空, 全部删除, 清空时间线, 新项目, 删除全部",
        .phrase(.clear)),
      Entry(
        "different take, try a different take, another take, another version, try again, regenerate, regenerate it, generate it again, generate again, make it again, render it again, create it again, do another one, do another take, again please, different version, a different one, give me another, another one, one more take, make another, make it different, make it better, make it look better, reroll, shuffle, surprise me again, surprise me, try something else, something else, something different, try something different, retry, new take, new version, 再来一次, 再来一版, 换一版, 重新生成, 再试一次, 另一个版本, 换一个版本, 再生成一次, 再来一个版本, 不满意, 重新来一版",
        .phrase(.anotherTake)),
      Entry(
        "what's on the timeline, what is on the timeline, what's in the video, what is in the video, what do we have, show the timeline, describe the video, describe the film, describe it, how long is it, how long is the video, 有多长, 多长, what can you do, help, what can i say, how does this work, summarise, summarize, summary, what's there, what have we got, what can i do, tell me what's in, show me the timeline, what does it look like, what did you change, what have you changed, what changed, what did you do, 改了什么, 你改了什么, 改了哪些, 改动了什么, 时间线上有什么, 时间线, 现在有什么, 视频里有什么, 描述一下, 你能做什么, 你会什么, 帮助, 能做什么, 有什么功能, 总结一下, 目前有什么, 怎么用, 看看时间线",
        .phrase(.describe)),
      Entry(
        "my text prompt into, my text prompts, my prompts, generate my text prompt, my text, the text prompt, 我的提示词, 我的文字提示, 我的文案, 我的文本",
        .phrase(.ownPrompt), .filmWord),
    ]
    + Unavailable.all.enumerated().map { index, feature in
      Entry(feature.phrases, .phrase(.unavailable(index)))
    }
}
