using System.Text.Json.Serialization;
using Schematic.Contracts.Environments;

namespace Schematic.Contracts.ApiKeys;

public sealed record WhoAmIResponseData
{
    public required string AccountId { get; init; }

    public required string AccountName { get; init; }

    public required ActorType ActorType { get; init; }

    public string? ApiKeyId { get; init; }

    public string? EnvironmentId { get; init; }

    public required IReadOnlyList<EnvironmentResponseData> Environments { get; init; }

    public required bool OnboardingComplete { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StripeUserId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserName { get; init; }
}
