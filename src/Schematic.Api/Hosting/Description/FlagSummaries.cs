namespace Schematic.Api.Hosting.Description;

/// <summary>The part of <see cref="OperationSummaries"/> on flags, their rules and checks.</summary>
internal static class FlagSummaries
{
    public static readonly IReadOnlyDictionary<string, (string Summary, string? Description)> Texts = new Dictionary<
        string,
        (string Summary, string? Description)
    >
    {
        ["checkFlag"] = (
            "Check a flag",
            "Decides one flag for a company, a user or both. An unknown flag is false with a reason, and no error. "
                + "Recorded as an event; may be called from a browser with a publishable key."
        ),
        ["checkFlags"] = (
            "Check all flags",
            "Decides every flag for one company, user or both. Not recorded as events."
        ),
        ["checkFlagsBulk"] = (
            "Check all flags for several contexts",
            "Answers the contexts in the order of the request."
        ),
        ["countFlagRuleSaves"] = ("Count saves of a flag's rules", "Takes the filters of the list."),
        ["countFlagVerdicts"] = ("Count flags by their verdict", "Takes the subject and the filters of the list."),
        ["countFlags"] = ("Count flags", "Takes the filters of the list."),
        ["countUnknownFlags"] = ("Count unknown flags", "Takes the filters of the list."),
        ["createFlag"] = ("Create a flag", null),
        ["deleteFlag"] = ("Delete a flag", "Its rules and their history go along, in every environment."),
        ["explainFlag"] = (
            "Explain a flag's verdict",
            "A check that shows every tier, rule and condition with its outcome. Drafted `rules` replace those saved."
        ),
        ["forgetUnknownFlag"] = ("Forget an unknown flag", "It is listed again if it is asked for again."),
        ["getFlag"] = ("Get a flag", "With its rules in this environment and their `ETag`."),
        ["getFlagImpact"] = (
            "Preview whom rules would affect",
            "Examines companies for about a second; send `next_cursor` back as `cursor` to go on."
        ),
        ["listFlagRuleSaves"] = ("List saves of a flag's rules", "Newest first, each with the rules as it left them."),
        ["listFlagVerdicts"] = (
            "List flags with their verdict",
            "For one company and user, by name. Nothing is recorded as checked."
        ),
        ["listFlags"] = ("List flags", "With their rules in this environment."),
        ["listUnknownFlags"] = ("List unknown flags", "Keys that checks asked for and no flag has."),
        ["updateFlag"] = ("Update a flag", "Without `If-Match` the last write wins."),
        ["updateFlagRules"] = (
            "Replace a flag's rules in this environment",
            "Rules, groups and conditions with an id are kept; those without are new; those left out are removed."
        ),
    };
}
