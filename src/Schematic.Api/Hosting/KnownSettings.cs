using Schematic.Api.AuditLog;
using Schematic.Api.Authentication;
using Schematic.Api.Evaluation;
using Schematic.Api.Events;
using Schematic.Api.Flags.History;
using Schematic.Api.Insights;

namespace Schematic.Api.Hosting;

/// <summary>
/// The names of all settings, those of the console among them: for finding what somebody wrote who meant one of them.
/// </summary>
internal static class KnownSettings
{
    private const string ConnectionStrings = "ConnectionStrings";

    // The types of environments below it are held to those there are by whoever reads them.
    private const string BootstrapKeys = "ApiKeys:";

    private static readonly Dictionary<string, string[]> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Api"] = ["Urls"],
        ["Data"] = ["Path", "KeyCertificate", "KeyCertificatePassword"],
        ["Database"] = ["Provider", "AnswerWithinSeconds"],
        [ConnectionStrings] = ["Schematic", "SchematicDirect", "SchematicReadOnly"],
        ["Bootstrap"] = ["AdminEmail", "AdminPassword", "SampleData"],
        ["Console"] = ["Key", "PublicUrl", "CircuitsPerMember", "CircuitsPerAddress"],
        ["Gateway"] = ["BaseUrl", "ApiKey"],
        [RateLimitOptions.Section] = MembersOf<RateLimitOptions>(),
        [CheckOptions.Section] = MembersOf<CheckOptions>(),
        [EventOptions.Section] = MembersOf<EventOptions>(),
        [RuleSaveOptions.Section] = MembersOf<RuleSaveOptions>(),
        [AuditLogOptions.Section] = MembersOf<AuditLogOptions>(),
        [TrustedProxies.Setting] = [],
    };

    /// <summary>All but those of keys of a new store, as they are written.</summary>
    public static IEnumerable<string> Names =>
        Sections.SelectMany(static section =>
            section.Value.Length == 0
                ? [section.Key]
                : section.Value.Select(name => ConfigurationPath.Combine(section.Key, name))
        );

    /// <summary>A sentence for each setting that is none of ours, and looks as if it was to be one.</summary>
    public static IEnumerable<string> FindMistakes(IConfiguration configuration)
    {
        foreach (var section in configuration.GetChildren())
        {
            var own = Sections.Keys.FirstOrDefault(name =>
                string.Equals(name, section.Key, StringComparison.OrdinalIgnoreCase)
            );
            // A single value of the environment may have any name.
            var candidates = section.Value is null ? Sections.Keys : (IEnumerable<string>)[TrustedProxies.Setting];
            if ((own ?? NearestName.Of(section.Key, candidates)) is not { } meant)
                continue;
            foreach (var (name, value) in section.AsEnumerable(makePathsRelative: true))
            {
                if (value is not null && FindMistake(own, meant, name) is { } advice)
                    yield return $"{ConfigurationPath.Combine([section.Key, .. name.Split(':')]).TrimEnd(':')} "
                        + $"is no setting, and has no effect. {advice}";
            }
        }
    }

    /// <param name="own">The section as it is called; null if it is misspelt.</param>
    /// <param name="name">The setting in it; empty for the value of the section itself.</param>
    private static string? FindMistake(string? own, string meant, string name)
    {
        var names = Sections[meant];
        var isKnown =
            names.Contains(name, StringComparer.OrdinalIgnoreCase)
            || (names.Length == 0 && name.Length == 0)
            || (meant == "Bootstrap" && name.StartsWith(BootstrapKeys, StringComparison.OrdinalIgnoreCase));
        if (own is not null && isKnown)
            return null;
        if (names.Length == 0)
            return $"{meant} is one text, with ; between its parts.";
        if (isKnown || NearestName.Of(name, names) is not null)
            return $"Was {ConfigurationPath.Combine(meant, isKnown ? name : NearestName.Of(name, names)!)} meant?";
        // Others may have addresses of their own there.
        return meant == ConnectionStrings ? null : $"In {meant} there are: {string.Join(", ", names)}.";
    }

    private static string[] MembersOf<T>() => [.. typeof(T).GetProperties().Select(static member => member.Name)];
}
