using System.Globalization;
using Schematic.Contracts.ApiKeys;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.AuditLog;

/// <summary>Entries of the audit log in words.</summary>
internal static class AuditWords
{
    /// <summary>Kinds of things by their name on the wire, in the order of the menu.</summary>
    private static readonly (string Type, string Noun)[] Nouns =
    [
        ("plan", "plan"),
        ("plan_version", "plan version"),
        ("plan_entitlement", "plan entitlement"),
        ("plan_roles", "plan roles"),
        ("plan_version_migration", "plan migration"),
        ("credit", "credit"),
        ("bundle", "credit bundle"),
        ("plan_grant", "plan credit"),
        ("grant", "credit grant"),
        ("lease", "credit lease"),
        ("company", "company"),
        ("company_membership", "membership"),
        ("company_override", "override"),
        ("user", "user"),
        ("entity_trait_definition", "trait definition"),
        ("feature", "feature"),
        ("flag", "flag"),
        ("unknown_flag", "unknown flag"),
        ("event", "event"),
        ("environment", "environment"),
        ("api_key", "API key"),
        ("account", "account"),
        ("account_member", "member"),
        ("invitation", "invitation"),
        ("session", "session"),
    ];

    // By the end of the path; null where nothing in particular follows the verb.
    private static readonly (string Method, string End, string Past, string Present)[] Acts =
    [
        ("PUT", "/rules", "Changed the rules of", "change the rules of"),
        ("PUT", "/audience", "Changed the audience of", "change the audience of"),
        ("DELETE", "/audience", "Removed the audience of", "remove the audience of"),
        ("PUT", "/publish", "Published", "publish"),
        ("PUT", "/zero-out", "Zeroed out", "zero out"),
        ("PUT", "/extend", "Extended", "extend"),
        ("PUT", "/release", "Released", "release"),
        ("POST", "/replay", "Replayed", "replay"),
        ("POST", "/retry", "Retried", "retry"),
        ("POST", "/duplicate", "Copied", "copy"),
        ("POST", "/delete", "Deleted", "delete"),
        ("POST", "/companies", "Created or updated", "create or update"),
        ("POST", "/users", "Created or updated", "create or update"),
        ("POST", "/company-traits", "Set a trait of", "set a trait of"),
        ("POST", "/user-traits", "Set a trait of", "set a trait of"),
        ("POST", "", "Created", "create"),
        ("PUT", "", "Changed", "change"),
        ("PATCH", "", "Changed", "change"),
        ("DELETE", "", "Deleted", "delete"),
    ];

    private static readonly (string Method, string Path, string Past, string Present)[] Sentences =
    [
        ("POST", "/console/sessions", "Signed in", "sign in"),
        ("DELETE", "/console/sessions", "Ended the other sessions", "end the other sessions"),
        ("DELETE", "/console/sessions/current", "Signed out", "sign out"),
        ("PUT", "/console/password", "Changed their password", "change their password"),
        ("POST", "/console/setup", "Set up the account", "set up the account"),
        ("POST", "/console/invitations/accept", "Accepted an invitation", "accept an invitation"),
    ];

    /// <summary>Kinds of things to filter by.</summary>
    public static IReadOnlyList<(string Value, string Text)> TypeOptions { get; } =
    [.. Nouns.Select(static noun => (noun.Type, Capital(noun.Noun)))];

    /// <summary>The kind at the beginning of a line.</summary>
    public static string Type(string type) => Capital(Noun(type));

    /// <summary>Name of the member or key; the console itself before anybody is signed in.</summary>
    public static string Who(AuditEntry entry) =>
        entry switch
        {
            { MemberName: { } member } => member,
            { KeyName: { } key } => key,
            _ => "The console",
        };

    /// <summary>"Member" or "API key", beside the name; null for neither.</summary>
    public static string? WhoKind(AuditEntry entry) =>
        entry switch
        {
            { MemberName: not null } => "Member",
            { ActorType: ActorType.TemporaryAccessToken } => "Temporary token",
            { KeyName: not null } => "API key",
            _ => null,
        };

    /// <summary>"Created the plan Pro"; of a refused one "Tried to create the plan Pro".</summary>
    public static string What(AuditEntry entry)
    {
        var (past, present) = Act(entry);
        return entry.IsRefused ? $"Tried to {present}" : past;
    }

    /// <summary>"Done", "Refused: 403", "Failed: 500", "No answer".</summary>
    public static string Outcome(AuditEntry entry) =>
        entry.Status switch
        {
            null => "No answer",
            >= 500 and var status => string.Create(CultureInfo.InvariantCulture, $"Failed: {status}"),
            >= 400 and var status => string.Create(CultureInfo.InvariantCulture, $"Refused: {status}"),
            _ => "Done",
        };

    /// <summary>Tone of the outcome's badge.</summary>
    public static string Tone(AuditEntry entry) =>
        entry.Status switch
        {
            null => "neutral",
            >= 500 => "danger",
            >= 400 => "warning",
            _ => "success",
        };

    /// <summary>Address of the thing in the console; null where it has no page, or is not there.</summary>
    /// <param name="environmentId">Of the page, for what belongs to every environment.</param>
    public static string? Url(AuditEntry entry, string environmentId)
    {
        if (
            entry.ResourceId is not { } id
            || entry.Status == 404
            || (entry.Method == "DELETE" && !entry.IsRefused && IsWhole(entry))
        )
            return null;
        var place = entry.EnvironmentId ?? environmentId;
        return entry.ResourceType switch
        {
            "company" => DashboardUrls.Company(place, id),
            "user" => DashboardUrls.User(place, id),
            "plan" => DashboardUrls.Plan(place, id),
            "feature" => DashboardUrls.Feature(place, id),
            "flag" => DashboardUrls.Flag(place, id),
            "credit" => DashboardUrls.Credit(place, id),
            "event" => DashboardUrls.Event(place, id),
            "environment" => DashboardUrls.Environments(environmentId),
            "api_key" => DashboardUrls.ApiKeys(environmentId),
            "account_member" or "invitation" => DashboardUrls.Team(environmentId),
            _ => null,
        };
    }

    private static (string Past, string Present) Act(AuditEntry entry)
    {
        var path = PathOf(entry);
        foreach (var (method, known, past, present) in Sentences)
            if (entry.Method == method && path == known)
                return (past, present);
        if (path.StartsWith("/company-plans/", StringComparison.Ordinal))
            return Named("Changed the plans of", "change the plans of", entry);
        foreach (var (method, end, past, present) in Acts)
            if (entry.Method == method && path.EndsWith(end, StringComparison.Ordinal))
                return Named(past, present, entry);
        return ($"Sent {entry.Method} {path}", $"send {entry.Method} {path}");
    }

    private static (string Past, string Present) Named(string past, string present, AuditEntry entry)
    {
        if (entry.ResourceType is not { } type)
            return ($"Sent {entry.Method} {PathOf(entry)}", $"send {entry.Method} {PathOf(entry)}");
        var name = entry.ResourceName ?? entry.ResourceId;
        var thing = (name, past) switch
        {
            (null, "Created") => $"{Article(Noun(type))} {Noun(type)}",
            (null, _) => $"the {Noun(type)}",
            _ => $"the {Noun(type)} {name}",
        };
        return ($"{past} {thing}", $"{present} {thing}");
    }

    // Not only its audience.
    private static bool IsWhole(AuditEntry entry) =>
        entry.ResourceId is { } id && PathOf(entry).EndsWith($"/{id}", StringComparison.Ordinal);

    private static string PathOf(AuditEntry entry) => entry.Url.Split('?', 2)[0];

    /// <summary>The kind within a sentence.</summary>
    public static string Noun(string type) =>
        Array.Find(Nouns, noun => noun.Type == type).Noun ?? type.Replace('_', ' ');

    private static string Article(string noun) => "aeiouAEIOU".Contains(noun[0], StringComparison.Ordinal) ? "an" : "a";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
