using Schematic.Contracts.Flags;

namespace Schematic.Api.Evaluation;

/// <summary>A check as it was answered.</summary>
/// <param name="FlagSeq">Null where there is no such flag.</param>
/// <param name="Company">The keys that the request named.</param>
/// <param name="User">The keys that the request named.</param>
internal sealed record CheckRecord(
    int EnvironmentSeq,
    int? FlagSeq,
    CheckFlagResponseData Answer,
    IReadOnlyDictionary<string, string>? Company,
    IReadOnlyDictionary<string, string>? User,
    bool IsPreflight,
    DateTimeOffset At
);
