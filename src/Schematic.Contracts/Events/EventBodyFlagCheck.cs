using System.Text.Json.Serialization;

namespace Schematic.Contracts.Events;

/// <summary>The body of an event of type <see cref="EventType.FlagCheck"/>: what was asked, and what was answered.</summary>
public sealed record EventBodyFlagCheck
{
    public string? CompanyId { get; init; }

    public string? Error { get; init; }

    public string? FlagId { get; init; }

    public required string FlagKey { get; init; }

    /// <summary>True where usage was supposed; left out of ordinary checks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Preflight { get; init; }

    public required string Reason { get; init; }

    /// <summary>The keys that the request named.</summary>
    public IReadOnlyDictionary<string, string>? ReqCompany { get; init; }

    /// <summary>The keys that the request named.</summary>
    public IReadOnlyDictionary<string, string>? ReqUser { get; init; }

    public string? RuleId { get; init; }

    public string? UserId { get; init; }

    public required bool Value { get; init; }
}
