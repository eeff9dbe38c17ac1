using Microsoft.AspNetCore.Routing.Patterns;

namespace Schematic.Api.AuditLog.Recording;

/// <summary>
/// The resource that a request is about, as its address names it, or else its answer. A new address needs no line here
/// if it names a resource by id.
/// </summary>
internal readonly record struct AuditedResource(string? Type, string? Id, string? Name, string? Secondary)
{
    private const int MaxLength = 256;
    private const string IdSuffix = "_id";
    private const string KeySuffix = "_key";

    // Those that an address names without an id.
    private static readonly Dictionary<string, string> TypeOfCollection = new(StringComparer.Ordinal)
    {
        ["account-invitations"] = "invitation",
        ["api-keys"] = "api_key",
        ["bundles"] = "bundle",
        ["companies"] = "company",
        ["company-memberships"] = "company_membership",
        ["company-overrides"] = "company_override",
        ["company-traits"] = "company",
        ["credits"] = "credit",
        ["entity-trait-definitions"] = "entity_trait_definition",
        ["environments"] = "environment",
        ["features"] = "feature",
        ["flags"] = "flag",
        ["grants"] = "grant",
        ["invitations"] = "invitation",
        ["lease"] = "lease",
        ["password"] = "account_member",
        ["plan-entitlements"] = "plan_entitlement",
        ["plan-grants"] = "plan_grant",
        ["plan-roles"] = "plan_roles",
        ["plan-version-migrations"] = "plan_version_migration",
        ["plans"] = "plan",
        ["sessions"] = "session",
        ["setup"] = "account",
        ["user-traits"] = "user",
        ["users"] = "user",
    };

    public static AuditedResource Find(RoutePattern route, RouteValueDictionary values)
    {
        if (route.Parameters is [var first, ..])
            return new AuditedResource(
                TypeOf(first.Name),
                Bounded(values[first.Name]?.ToString()),
                null,
                Bounded(route.Parameters.Skip(1).Select(other => values[other.Name]?.ToString()).FirstOrDefault())
            );
        var segments = route.RawText!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var named = segments.LastOrDefault(TypeOfCollection.ContainsKey);
        return new AuditedResource(named is null ? null : TypeOfCollection[named], null, null, null);
    }

    /// <summary>With what the answer says of it, which may be about something else.</summary>
    public AuditedResource Answered(string? id, string? name) =>
        Id is null ? this with { Id = Bounded(id), Name = Bounded(name) }
        : Id == id ? this with { Name = Bounded(name) }
        : this;

    // As long as the published description lets them be. An address can name anything, a secret by mistake too.
    private static string? Bounded(string? text)
    {
        if (text is null)
            return null;
        var redacted = AuditRedaction.Text(text);
        if (redacted.Length <= MaxLength)
            return redacted;
        // Not through the middle of a character.
        return redacted[..(char.IsHighSurrogate(redacted[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }

    private static string TypeOf(string parameter) =>
        parameter.EndsWith(IdSuffix, StringComparison.Ordinal) ? parameter[..^IdSuffix.Length]
        : parameter.EndsWith(KeySuffix, StringComparison.Ordinal) ? parameter[..^KeySuffix.Length]
        : parameter;
}
