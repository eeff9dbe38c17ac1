using Schematic.Contracts.ApiKeys;

namespace Schematic.Dashboard.ApiKeys;

/// <summary>The scopes of an API key, in words.</summary>
internal static class ApiKeyScopes
{
    /// <summary>Choices, in the order in which they are listed everywhere.</summary>
    public static IReadOnlyList<ApiKeyScope> All { get; } =
    [ApiKeyScope.Read, ApiKeyScope.Write, ApiKeyScope.Capture, ApiKeyScope.Admin];

    public static string Title(ApiKeyScope scope) => scope is ApiKeyScope.Unknown ? "Other" : scope.ToString();

    /// <summary>Sentence that says what a key with this scope may do.</summary>
    public static string Meaning(ApiKeyScope scope) =>
        scope switch
        {
            ApiKeyScope.Read => "Look up companies and users, and check flags.",
            ApiKeyScope.Write => "Create, change and delete companies and users.",
            ApiKeyScope.Capture => "Send events.",
            ApiKeyScope.Admin => "Everything, and manage environments and API keys.",
            _ => "",
        };

    /// <summary>Why a read-only key cannot have this scope; null where it can.</summary>
    public static string? ReadonlyReason(ApiKeyScope scope) =>
        scope switch
        {
            ApiKeyScope.Read => null,
            ApiKeyScope.Capture => "Events of a read-only key are refused.",
            _ => "A read-only key changes nothing.",
        };

    /// <summary>A key's scopes in the listed order; those of a newer server at the end.</summary>
    public static IEnumerable<ApiKeyScope> InOrder(IEnumerable<ApiKeyScope> scopes) =>
        scopes.OrderBy(static scope =>
            scope is ApiKeyScope.Unknown ? int.MaxValue : All.Index().First(known => known.Item == scope).Index
        );
}
