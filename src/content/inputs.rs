//! What each question is asked for, and which protected traits are among the answers.

/// What a question is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// The question.
    pub question: &'static str,
    /// What its answer is used for. Which rules read it is in the tables, and not repeated here.
    pub purpose: &'static str,
    /// The protected trait that its answer tells, if it does.
    pub protected: Option<Protected>,
}

/// A protected trait among the answers.
#[derive(Clone, Copy, Debug)]
pub struct Protected {
    /// The trait.
    pub name: &'static str,
    /// The options that tell it.
    pub options: &'static [&'static str],
    /// The rules that read one of them and set a level. A test makes sure that no other does.
    pub levels: &'static [&'static str],
    /// Why it is asked for all the same.
    pub why: &'static str,
}

const fn input(question: &'static str, purpose: &'static str) -> Input {
    Input { question, purpose, protected: None }
}

/// Every question, in the order in which they are asked.
pub const INPUTS: &[Input] = &[
    Input {
        question: "who",
        purpose: "Whose care it is: it sets the wording of all that follows, and whether programs for adults, programs \
                  for teens, or none of them fit.",
        protected: Some(Protected {
            name: "Age",
            options: &["me", "me_teen", "my_teen", "other_adult", "child"],
            levels: &["signs.self_harm_teen"],
            why: "Programs take either adults or teens, by license and by method, and no level here is meant for a \
                  child under 13, who is referred to a child’s doctor. Age is asked for in these three groups only. \
                  Between teens and adults it moves the level in one place: a teen who hurts themselves on purpose is \
                  offered an IOP, since self-harm in the teen years more often goes before an attempt.",
        }),
    },
    input("danger", "Whether somebody is in danger now: then emergency help comes before anything else."),
    input(
        "concern",
        "Which of the other questions are of use: those on alcohol and other drugs, those on mental health, or both.",
    ),
    input(
        "suicide",
        "Thoughts of suicide and attempts: whether a safety plan, care on the same day or emergency help is called for. \
         Everyone is asked, since use of substances raises the risk too.",
    ),
    input("mind", "How far mental health gets in the way of daily life right now."),
    input(
        "signs",
        "Signs that call for a doctor or for closer care: self-harm, eating, much energy without sleep, what is real, and \
         not being able to care for oneself.",
    ),
    input("use", "How often there is use: how much structure may help, and whether stopping could be dangerous."),
    input(
        "heavy",
        "The same for somebody who came for mental health alone, so that nobody’s drinking or drug use goes unasked.",
    ),
    input(
        "substances",
        "Stopping some of them suddenly can be dangerous, two together more so, and medicines help with some.",
    ),
    input("withdrawal", "Whether stopping was dangerous before: then medical care or a medical check comes first."),
    input("longest", "How long somebody has lately managed without it, and so how soon help would have to work."),
    input("led_to", "What it has led to lately, and so how close support is to be."),
    Input {
        question: "body",
        purpose: "Whether a medical team should see the person before a program starts, and which help there is around \
                  a birth.",
        protected: Some(Protected {
            name: "Pregnancy, and a birth in the past year",
            options: &["pregnant", "new_parent"],
            levels: &[],
            why: "In pregnancy, going on with alcohol, opioids or sedatives and stopping them suddenly can both harm \
                  two lives, so medical care comes first. Around a birth there is a help line of its own, which is \
                  named. Neither ever raises or lowers a level.",
        }),
    },
    input("home", "Whether home helps, strains, or is not safe: a program by day relies on the nights at home."),
    input("care", "Which care there was in the past year, so that the next step is one up from what was not enough."),
    input("recent", "From which care somebody comes, so that the next step down is not too large."),
    input("after", "Whether that care helped, so that what was not enough is not suggested again."),
];
