using Schematic.Api.Entities;
using Schematic.Api.Evaluation;
using Schematic.Api.Events.Metering;

namespace Schematic.Api.Events.Capture;

/// <summary>Result of a transaction with events: true once it is committed, and to be told then.</summary>
/// <param name="Outcomes">One for each event, in order.</param>
/// <param name="Found">Companies and users that were not in memory.</param>
/// <param name="Seen">Companies and users whose last sighting was stored.</param>
/// <param name="Flags">Reported checks that were stored on flags.</param>
internal sealed record AppliedEvents(
    IReadOnlyList<EventOutcome> Outcomes,
    IReadOnlyList<UsageChange> Counted,
    IReadOnlyList<FoundEntity> Found,
    IReadOnlyDictionary<long, DateTimeOffset> Seen,
    CheckedFlags Flags
);

/// <summary>A company or user, and the keys that it was found by.</summary>
/// <param name="ReadAt">Where the feed of changes stood before it was read.</param>
internal readonly record struct FoundEntity(IReadOnlyDictionary<string, string> Keys, EntityDetail Entity, long ReadAt);
