extension Lexicon {
  /// The plain forms in Spanish, French, German and Portuguese, accents folded away.
  static let european: [(WordClass, String)] = [
    // Spanish and Portuguese
    (
      .glue,
      """
      por favor favor de del en al para con lo los las le les te se mi me yo tu quiero quisiera puedes puedo podrias podes podria
      puede ahora ya hay ha he estan voy vamos gracias hola que os as um uma o a e do da no na em com como pra pro
      meu minha por agora voce pode posso poderia quero queria gostaria preciso necesito esta este esa ese isso isto ola obrigado
      obrigada ai so todo todos toda aun todavia nosotros esto hacer necesitamos dejame seria posible serias tan amable oye vale bueno pues tio amigo gustaria querria necesitaria poder ahorita entonces ustedes claro perfecto genial beleza legal cara galera precisamos possivel faz poderiam sobre ainda mas sin porfa porfavor nos eu ja fazer esta
      """
    ),
    ([.glue, .definite], "el la los las mi mis meu minha os o este esta eso esto ese esse isso lo"),
    ([.glue, .indefinite], "un una um uma"),
    ([.connector], "y luego despues entonces e depois entao tambien tambem"),
    ([.postponer], "antes hasta espera ate"),
    ([.negation], "nao nunca jamas"),
    (
      [.glue, .question],
      "cuantos cuantas cuanto cuanta quantos quantas quanto cual como donde onde qual que esta esta"
    ),
    ([.glue, .quantity], "cuantos cuanto cuantas quantos quanto cuanta quantas"),
    ([.glue, .have], "tengo tenemos tenho temos tiene tem"),
    (
      [.exportVerb],
      "exportar exporta exporte exportalo exportame exportarlo descargar descarga descargarlo descargalo descargue descargame bajame bajalo bajarlo bajalos exportemos descargamos baixar baixa baixe baixa-lo bajar bajarlo exportacion exportacao exporten exporta-lo exporte-o exporta-me descargando descargarme bajarme exportando descargada baixa-lo baixar-lo baixe-o"
    ),
    (
      [.saveVerb],
      "guardar guarda guardalo guardarlo salvar salva salve guarde renderizar renderiza renderize guardame guardarme guardemos salvalo salvame guarda-lo salva-lo salve-o"
    ),
    (
      [.giveVerb],
      "enviame mandame enviar envia mandar manda mande envie dame da-me pasame pasa dar de-me enviarme mandarme quiero quero pasarme entrega entregame comparte enviar-me mande-me mandar-me manda-me envie-me passa passe enviarnos"
    ),
    ([.convertVerb], "convertir convierte convierlelo conviertelo convertelo converter converta converte"),
    (
      [.film],
      "video videos archivo arquivo pelicula filme resultado ficheiro clipe enlace audio version versao copia clip clips fichero"
    ),
    ([.quality], "calidad qualidade alta formato final finalizado resolucion resolucao maxima melhor mejor"),
    ([.place], "escritorio carpeta computadora ordenador pasta telefono celular telemovel computador"),
    ([.credit], "creditos credito saldo pontos puntos balance tokens"),
    (
      [.remaining],
      "quedan queda restantes restante restam resta sobram faltan disponibles disponiveis sobra quedado restando sobrando disponible disponivel"
    ),
    ([.account], "cuenta conta disponible disponivel total"),
    (
      [.look],
      "muestra mostrar muestrame mostra mostre ver consultar consulta ensename lista listar muestreme mira veja exibir verificar comprobar dime mostrarme ensenar veamos revisar revisa checar checa diga diz dizer digame decirme olhar"
    ),
    (
      [.state],
      "estado pistas faixas progreso progresso linea situacion situacao avance camadas capas etapa tiempo linha tempo status andamento pista faixa resumen resumo borrador"
    ),
    (
      [.work],
      "proyecto projeto edicion edicao contenido conteudo clips escenas cenas elementos montaje montagem"
    ),
    (
      [.done],
      "listo lista pronto pronta terminado terminada acabado terminou acabou hecho feito terminaste completado completo completa finalizado concluido"
    ),
    ([.going, .glue], "va vai yendo indo anda"),
    (
      [.uploadVerb],
      "subir sube subo suba subirlo subirla lo-subo cargar carregar carrega carregue upload anexar adjuntar importar importa enviar-arquivo subirte subirlos adjunto adjunta anexo anexa"
    ),
    (
      [.material],
      "archivo archivos arquivo arquivos ficheiro foto fotos imagen imagenes imagem imagens video videos musica grabacion grabaciones gravacao material cancion clip clips audio"
    ),

    ([.bring], "usar utilizar anadir agregar poner adicionar colocar"),
    ([.definite, .glue], "propio propia propios propias proprio propria"),

    // French
    ([.bring], "utiliser ajouter mettre propre propres"),
    (
      .glue,
      """
      s'il te plait vous plait j'aimerais c'etait notre nos votre vos svp stp je j' moi il elle on nous le la les l' un une des du de d' en au aux pour avec dans sur sous et
      est ce c' c'est que qu' qu'est est-ce peux peut-on pouvez pourrais pourriez tu veux voudrais aimerais ai as a ont avons avez y me m' te mon ma mes
      maintenant merci bonjour salut encore deja ici donc tout toute reste-t-il peux-tu fait suis ou sont ete besoin plait t il-te pourrait faire faut voila alors parfait super genial ok cool puis-je peux-je serait possible souhaite souhaiterais aimerions cela quoi bonsoir mec
      """
    ),
    ([.glue, .definite], "le la les l' ce cette mon ma mes"),
    ([.glue, .indefinite], "un une"),
    ([.connector], "puis ensuite et"),
    ([.postponer], "avant attends attendez"),
    ([.negation], "ne pas n' jamais"),
    ([.glue, .question], "combien quel quelle quels quelles ou comment quoi qu'est-ce est-ce"),
    ([.glue, .quantity], "combien"),
    ([.glue, .have], "j'ai ai avons"),
    (
      [.exportVerb],
      "exporter exporte exportez exportes exporte-la exporte-le telecharger telecharge telechargez telechargement telecharge-la telecharge-le telecharger-la exporter-la exportation exporter-le telecharger-le exporte-moi telecharge-moi exportons exportez-la exportez-le"
    ),
    (
      [.saveVerb],
      "enregistrer enregistre enregistrez sauvegarder sauvegarde sauvegardez sauver enregistre-la enregistre-le sauvegarde-la"
    ),
    (
      [.giveVerb],
      "envoie envoie-moi envoyer envoyez envoyez-moi donne donne-moi donner donnez donnez-moi recuperer m'envoyer m'exporter envoyer-moi veux voudrais passe partage envoie-la envoyez-la file-moi filez-moi passe-moi transmets transmettez recevoir avoir obtenir partager"
    ),
    ([.convertVerb], "convertir convertis convertissez"),
    ([.film], "video videos fichier film resultat lien clip version copie audio"),
    ([.quality], "qualite haute finale final resolution format meilleure definitive"),
    ([.place], "bureau dossier ordinateur telephone disque"),
    ([.credit], "credits credit solde"),
    ([.remaining], "reste restants restant restent"),
    ([.account], "compte disponibles disponible assez"),
    (
      [.look],
      "montre montre-moi montrer affiche afficher affichez voir montrez liste lister verifier consulter dis-moi dites-moi regarder regarde montrez-moi affiche-moi verifie verifiez connaitre savoir"
    ),
    (
      [.state],
      "etat statut pistes avancement piste couches bilan situation progres chronologie progression timeline montage"
    ),
    ([.work], "projet resume"),
    ([.done], "pret prete fini finie termine terminee prets achevee acheve"),
    ([.going, .glue], "va avance ca"),
    ([.wholeState], "est-on sommes-nous en-est"),
    ([.uploadVerb], "televerser televerse televersez uploader importer importe envoyer-un importez"),
    ([.material], "fichier fichiers photo photos image images video videos musique"),

    // German
    ([.bring], "verwenden benutzen nutzen einfugen eigenes eigene eigenen"),
    (
      .glue,
      """
      bitte das der die den dem ein eine einen mir mich ich du sie wir uns es ist sind im in auf als mit von zu zum zur fur
      kannst konnen konnte konntest konnten mochte will wurde gerne gern habe hab haben hast noch jetzt mal doch schon danke hallo
      und was wie wo wann viel viele ubrig auch da nun fertig-gestellt sein mein meine meinen meines nach denn bin gerade aktuell aktuelle aktueller
      aktuellen derzeit bist seid ihr euch bei aus einfach nur kann man soll wurden wurdest super perfekt toll okay gut alles klar mochten brauchen brauchst wollen wollte koennen koennte darf wieder schnell kurz davon sie ihnen hier fur mich
      """
    ),
    ([.glue, .definite], "das der die den mein meine es dieses diese"),
    ([.glue, .indefinite], "ein eine einen"),
    ([.connector], "und dann danach anschliessend anschließend"),
    ([.postponer], "bevor warte erst"),
    ([.negation], "nicht kein keine nie"),
    ([.glue, .question], "was wie wo wieviel wieviele welche welcher welches wann ist"),
    ([.glue, .quantity], "viele viel wieviel wieviele"),
    ([.glue, .have], "habe hab haben"),
    (
      [.exportVerb],
      "exportieren exportiere exportier exportiert herunterladen runterladen herunter lade lad laden download downloaden runter exportierst heruntergeladen herunterzuladen exportierte"
    ),
    ([.saveVerb], "speichern speichere speicher abspeichern sichern rendern rendere ausgeben"),
    (
      [.giveVerb],
      "schick schicke schicken sende senden her ruber teile gebt schickt sendet gib geben brauche brauch will mochte"
    ),
    ([.convertVerb], "konvertieren konvertiere umwandeln wandle"),
    (
      [.film],
      "video videos datei film ergebnis clip videodatei filmdatei endergebnis version kopie link audio"
    ),
    (
      [.quality], "qualitat hoher hoch beste bester fertige fertigen endgultige auflosung format volle voller"
    ),
    ([.place], "schreibtisch ordner rechner handy festplatte computer"),
    ([.credit], "credits guthaben kontostand punkte saldo credit tokens"),
    ([.remaining], "ubrig verbleibend verbleibende restliche rest"),
    ([.account], "konto genug verfugbar"),
    (
      [.look],
      "zeig zeige zeigen anzeigen prufe prufen liste an sehen sag schau nachsehen zeigt checken check wissen sage auflisten"
    ),
    (
      [.state],
      "status stand spuren zeitleiste fortschritt zustand zeitachse timeline spur sachstand zwischenstand"
    ),
    ([.work], "projekt projekts projektstand entwurf ubersicht zusammenfassung bisher inhalt clips szenen"),
    ([.done], "fertig bereit abgeschlossen gerendert"),
    ([.going, .glue], "lauft weit geht steht aus"),
    ([.uploadVerb], "hochladen hochzuladen lade-hoch hoch importieren importiere"),
    ([.material], "datei dateien foto fotos bild bilder video videos musik"),
  ]
}
