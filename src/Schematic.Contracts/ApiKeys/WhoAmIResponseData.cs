using System.Text.Json.Serialization;
using Schematic.Contracts.Environments;

namespace Schematic.Contracts.ApiKeys;

/// <summary>The caller, and the account and environments its key opens.</summary>
public sealed record WhoAmIResponseData
{
    /// <summary>Id of the account that the caller belongs to, <c>acct_…</c>.</summary>
    public required string AccountId { get; init; }

    /// <summary>Name of the account that the caller belongs to.</summary>
    public required string AccountName { get; init; }

    /// <summary>Kind of caller.</summary>
    public required ActorType ActorType { get; init; }

    /// <summary>Id of the calling key, <c>api_…</c>; null if the caller is no API key.</summary>
    public string? ApiKeyId { get; init; }

    /// <summary>Id of the environment of the request, <c>env_…</c>; null if an account-wide key named none.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>Environments that the caller may see.</summary>
    public required IReadOnlyList<EnvironmentResponseData> Environments { get; init; }

    /// <summary>True once the installation has been set up.</summary>
    public required bool OnboardingComplete { get; init; }

    /// <summary>Id of the caller's user at Stripe; left out unless the caller is the Stripe app.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StripeUserId { get; init; }

    /// <summary>Id of the signed-in member, <c>acme_…</c>; left out unless one is signed in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserId { get; init; }

    /// <summary>Name of the signed-in member; left out unless one is signed in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserName { get; init; }
}
