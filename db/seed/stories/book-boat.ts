import { approved, checked, opened, reopened, suggested, type Story } from "~/db/seed/story";

const text = `قارب الكتب يعود إلى قرى الدلتا بعد غياب ستة أعوام
يبحر القارب صباح السبت محمّلًا بأربعة آلاف كتاب ليزور تسع قرى في أسبوعين، ولا يُعرف بعد هل سيُسمح له بالإبحار ليلًا.
متطوعون يرتبون الكتب على ظهر القارب في مرفأ سِدرة. الصورة: يونس العطار / هاربر كوريير

رست «ميمونة» أمس في مرفأ سِدرة وعلى متنها أربعة آلاف كتاب، في أول رحلة تستعد لها المكتبة العائمة منذ ستة أعوام. وقد طُلي القارب بالأزرق من جديد، وعُلّقت على جانبيه رفوف خشبية صنعها نجارو القرية من أبواب قديمة.

قالت سلمى الرفاعي، أمينة المكتبة: «نحن لا نوزع الكتب على الناس، نحن نعيدها إلى أصحابها». وأضافت أن المكتبة كانت تعير قبل توقفها أكثر من اثني عشر ألف كتاب في السنة، وأن القراء ظلوا يتصلون بها طوال تلك الأعوام ليسألوا عن موعد عودتها.

وكان القارب قد توقف لأن محركه تعطل ولم يجد أصحابه مالًا لإصلاحه. وبلغت كلفة الإصلاح ثمانية عشر ألف دينار، دفع أهالي القرى نصفها، بحسب كشف الحساب الذي نشرته جمعية أصدقاء المكتبة. أما النصف الآخر فجاء من بيع كتب مكررة ومن حفل أقامه طلاب مدرسة سِدرة في الربيع.

ومن المتوقع أن يصل القارب إلى قرية النخلات مساء الأحد، إذا بقي منسوب الماء على حاله.

غير أن الرحلة لا تخلو من عقبات. فقد قال موظف في إدارة النقل النهري، طلب عدم ذكر اسمه لأنه غير مخوّل بالتصريح، إن القارب لم يحصل بعد على رخصة الإبحار الليلي. ونفت الرفاعي ذلك، وقالت إن الرخصة «موقّعة ومختومة» وإنها ستعلّقها عند السلم ليقرأها من يشاء. ولم ترد الإدارة على أسئلة الصحيفة حتى مساء أمس.

وعلى الرصيف كان حازم، وعمره تسعة أعوام، ينتظر منذ الظهر ومعه كتاب استعارته أخته قبل أن يتعلم هو القراءة. قال إنه لا يخشى الغرامة، فقد حسبها مع أبيه على أصابعه ثم ضحكا. وحين سُئل عما يريد قال: «أريد الجزء الثاني فقط».

وسوف تتسلم «ميمونة» في كل قرية صندوقًا من الحكايات التي كتبها الأطفال في غيابها، لتحملها إلى القرية التالية. وتقول الرفاعي إن الرف الأخير في القارب تُرك فارغًا لهذا الغرض.
`;

/** Right to left: guillemets, vowel marks, prefixes that belong to their word. */
export const bookBoat: Story = {
  slug: "book-boat",
  title: "قارب الكتب يعود إلى قرى الدلتا بعد غياب ستة أعوام",
  language: "ar",
  direction: "rtl",
  desk: "city",
  author: "copy-editor",
  arrived: "14d 10:40",
  text,
  tags: [
    {
      key: "night-permit-unknown",
      words: "ولا يُعرف بعد هل سيُسمح له بالإبحار ليلًا",
      type: "uncertainty",
      attributes: { kind: "unknown", level: "unspecified", holder: "author" },
      journey: [opened("copy-editor", "14d 10:52")],
    },
    {
      key: "four-thousand-books",
      words: "وعلى متنها أربعة آلاف كتاب",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "must" },
      journey: [
        opened("copy-editor", "14d 10:54"),
        checked("checker", "13d 09:30", { finding: "confirmed", evidence: ["boat-inventory"] }),
        approved("managing-editor", "12d 14:00"),
      ],
    },
    {
      key: "rifai-returns",
      words: "«نحن لا نوزع الكتب على الناس، نحن نعيدها إلى أصحابها»",
      type: "quote",
      attributes: { form: "direct", speaker: "سلمى الرفاعي", sourceKind: "named", cue: "قالت" },
      journey: [
        opened("copy-editor", "14d 10:56"),
        checked("checker", "13d 09:40", { finding: "confirmed", evidence: ["rifai-recording"] }),
        approved("managing-editor", "12d 14:02"),
      ],
    },
    {
      key: "loans-a-year",
      words: "المكتبة كانت تعير قبل توقفها أكثر من اثني عشر ألف كتاب في السنة",
      type: "claim",
      attributes: { kind: "quantity", voice: "attributed", speaker: "سلمى الرفاعي", priority: "should" },
      note: "The association’s yearbook says 11,840 for the last full year.",
      journey: [
        opened("copy-editor", "14d 10:58"),
        checked("checker", "13d 09:55", {
          finding: "confirmed-with-change",
          evidence: ["association-yearbook"],
          note: "“Nearly twelve thousand”, not “more than”.",
        }),
      ],
    },
    {
      key: "why-it-stopped",
      words: "وكان القارب قد توقف لأن محركه تعطل ولم يجد أصحابه مالًا لإصلاحه",
      type: "claim",
      attributes: { kind: "causal", voice: "own", priority: "should" },
      journey: [
        opened("copy-editor", "14d 11:00"),
        checked("checker", "13d 10:04", { finding: "confirmed", evidence: ["association-yearbook"] }),
        approved("standards", "11d 12:20"),
      ],
    },
    {
      key: "arrival",
      words: "ومن المتوقع أن",
      type: "uncertainty",
      attributes: { kind: "forecast", level: "probable", holder: "author" },
      journey: [
        suggested("uncertainty-by-lexicon", "14d 10:41"),
        opened("copy-editor", "14d 11:02"),
        checked("checker", "13d 10:10", { finding: "confirmed", evidence: ["rifai-recording"] }),
        approved("managing-editor", "12d 14:05"),
      ],
    },
    {
      key: "river-clerk",
      words: "موظف في إدارة النقل النهري، طلب عدم ذكر اسمه لأنه غير مخوّل بالتصريح",
      type: "uncertainty",
      attributes: { kind: "anonymous", level: "unspecified", holder: "author" },
      journey: [
        opened("copy-editor", "14d 11:04"),
        checked("checker", "13d 10:20", { finding: "confirmed", evidence: ["river-clerk-interview"] }),
        approved("standards", "11d 12:25"),
      ],
    },
    {
      key: "no-permit",
      words: "القارب لم يحصل بعد على رخصة الإبحار الليلي",
      type: "claim",
      attributes: {
        kind: "event",
        voice: "attributed",
        speaker: "موظف في إدارة النقل النهري",
        priority: "should",
      },
      links: [{ relation: "contradicts", to: "permit-signed" }],
      journey: [
        opened("copy-editor", "14d 11:06"),
        checked("checker", "13d 10:31", { finding: "confirmed", evidence: ["river-clerk-interview"] }),
        reopened(
          "managing-editor",
          "12d 14:10",
          "One voice, without a name, against a named one. Ask to see the permit.",
        ),
        checked("checker", "10d 15:45", {
          finding: "disputed",
          evidence: ["river-clerk-interview", "rifai-recording"],
          note: "The permit was promised to us twice and has not come.",
        }),
      ],
    },
    {
      key: "permit-signed",
      words: "الرخصة «موقّعة ومختومة»",
      type: "claim",
      attributes: { kind: "event", voice: "attributed", speaker: "سلمى الرفاعي", priority: "should" },
      journey: [opened("checker", "10d 15:50")],
    },
    {
      key: "rifai-permit",
      words: "«موقّعة ومختومة»",
      type: "quote",
      attributes: { form: "mixed", speaker: "سلمى الرفاعي", sourceKind: "named", cue: "قالت" },
      links: [{ relation: "within", to: "permit-signed" }],
      journey: [
        opened("copy-editor", "14d 11:08"),
        checked("checker", "13d 10:40", { finding: "confirmed", evidence: ["rifai-recording"] }),
      ],
    },
  ],
};
