namespace Schematic.Api.Hosting.Description;

/// <summary>
/// The part of <see cref="OperationSummaries"/> on what only the console calls: set-up, sign-in, sessions, passwords.
/// </summary>
internal static class ConsoleSummaries
{
    public static readonly IReadOnlyDictionary<string, (string Summary, string? Description)> Texts = new Dictionary<
        string,
        (string Summary, string? Description)
    >
    {
        ["acceptInvitation"] = (
            "Accept an invitation",
            "Makes its person a member and signs them in; once, and within 7 days."
        ),
        ["changePassword"] = (
            "Change the member's password",
            "Ends all sessions of the member but the one named in `X-Schematic-Session`."
        ),
        ["endSession"] = ("End one of the member's sessions", null),
        ["endSessions"] = ("End all of the member's sessions", "That named in `X-Schematic-Session` too."),
        ["findInvitation"] = ("Get the invitation of a link", "404 where it cannot be accepted any more."),
        ["findEndedSessions"] = (
            "Find out which sessions are over",
            "The console asks every second about those that have open pages."
        ),
        ["getSession"] = ("Get the session", "The one named in `X-Schematic-Session`."),
        ["getSetup"] = ("Get whether the installation still waits for its first admin", null),
        ["listSessions"] = (
            "List the member's sessions",
            "Those of the member whose session `X-Schematic-Session` names, the newest first, at most 100."
        ),
        ["setUp"] = ("Set the installation up", "Makes the first admin, environment and API key; once."),
        ["signIn"] = (
            "Sign a member in",
            "Wrong tries are counted by address, and by email and address; 429 beyond a few a minute."
        ),
        ["signOut"] = ("End the session", "The one named in `X-Schematic-Session`."),
    };
}
