/**
 * Passwords that every list of guesses begins with, and stems of the long ones, as bare letters and digits
 * in lower case: whatever is left of a chosen password without its punctuation and its last digits is looked
 * up here. Shorter ones than twelve characters stand here for what people append to them.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password passwordpassword passwort passwortpasswort motdepasse contrasena wachtwoord parola haslo
  letmein letmeinplease letmeinnow opensesame iloveyou iloveyouso iloveyouforever iloveyoubaby ilovemyself
  welcome welcomeback welcomehome welcometothejungle changeme changemeplease changeit changethis pleasechangeme
  administrator administrador adminadmin adminpassword superadmin superuser rootroot rootpassword toor
  qwerty qwertyqwerty qwertyuiop qwertyuiopasdf qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm asdfghjkl
  asdfghjklqwertyuiop asdfasdfasdf zxcvbnm zxcvbnmasdfgh qazwsxedc qazwsxedcrfv qazwsxedcrfvtgb 1q2w3e4r5t6y
  1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 q1w2e3r4t5y6 a1b2c3d4e5f6
  abc123abc123 abcd1234abcd abcdefghijkl abcdefg123456 123456abcdef 123456789abc 1234567890qwe 1234567890ab
  monkeymonkey dragondragon sunshine sunshinesunshine princess princessprincess football footballfootball
  baseballbaseball basketball superman supermansuperman batmanbatman starwars starwarsstarwars pokemon
  pokemonpokemon minecraft michaeljordan manchester manchesterunited liverpool liverpoolfc chelseafc arsenalfc
  realmadrid barcelona juventus champions championsleague mustangmustang ferrariferrari mercedesbenz
  computer computercomputer internet internetinternet microsoft microsoftword windowswindows googlegoogle
  facebook facebookfacebook linkedin instagram whatsapp whatever whateverwhatever trustno1 trustnoone
  correcthorsebatterystaple correcthorse batterystaple thisismypassword thisisapassword thisispassword
  mypassword mypasswordis mysecretpassword secretpassword secretsecret topsecret testtesttest testpassword
  testing testingtesting testuser passphrase mypassphrase nopassword newpassword oldpassword temppassword
  temporary temporarypassword defaultpassword default userpassword userusername username usernamepassword
  loginlogin loginpassword signinsignin masterpassword mastermaster supersecret supersecretpassword
  examplepassword passwordexample samplepassword hunter2hunter2 hello hellohello helloworld helloworldhello
  helloiamhere goodmorning goodmorningall summertime wintertime springtime january february march april
  august september october november december monday tuesday wednesday thursday friday saturday sunday
  jesuschrist jesusislord godisgood godislove blessedblessed forever foreverandever foreveryoung
  mylove mylovemylove babygirl babygirlbabygirl lovelove lovelovelove loveyouforever fuckyou fuckyoufuckyou
  shadowshadow freedomfreedom ninjaninja killerkiller cheesecheese bananabanana chocolate chocolatechocolate
  butterfly butterflybutterfly alexander alexanderthegreat elizabeth christopher charliecharlie jordanjordan
  journalism journalist newspaper newsroom newsroomnewsroom breakingnews frontpage editor editorinchief
  editoreditor reporter reporterreporter copyeditor factcheck factchecker factchecking deadline headline
  pressfreedom freepress thegalley galley galleygalley galleyproof correctthecopy
  `
    .trim()
    .split(/\s+/),
);
