using System.Text.Json;
using Schematic.Api.Events;
using Schematic.Api.Flags.Unknown;
using Schematic.Api.Persistence;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Evaluation;

/// <summary>The effects of the checks of one second, to be written together.</summary>
internal sealed class CheckBatch
{
    private const int MaxBody = 8192;

    private readonly Dictionary<int, CheckedFlags> _flags = [];

    public List<CheckRecord> Events { get; } = [];

    /// <summary>Checks that wanted to be an event.</summary>
    public long Seen { get; set; }

    public long Lost { get; set; }

    public IReadOnlyList<int> Environments =>
        [.. Events.Select(static check => check.EnvironmentSeq).Union(_flags.Keys)];

    /// <summary>Checks to be noted on the flags of an environment.</summary>
    public CheckedFlags FlagsOf(int environmentSeq)
    {
        if (!_flags.TryGetValue(environmentSeq, out var flags))
            _flags.Add(environmentSeq, flags = new CheckedFlags());
        return flags;
    }

    /// <summary>Writes what belongs to the environment of <paramref name="db"/>.</summary>
    /// <returns>How many events.</returns>
    public async Task<int> WriteAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        var events = Events.Where(check => check.EnvironmentSeq == db.EnvironmentSeq).ToList();
        await EventSql.InsertAsync(db, events.ConvertAll(Row), cancellationToken);
        if (_flags.TryGetValue(db.EnvironmentSeq, out var flags))
            await flags.WriteAsync(db, cancellationToken);
        return events.Count;
    }

    // A check has taken effect, as one use, by being recorded.
    private static EventRow Row(CheckRecord check) =>
        new()
        {
            Id = NewId.For(EventRow.IdPrefix, check.At),
            EnvironmentSeq = check.EnvironmentSeq,
            EventType = EventRow.FlagCheck,
            Status = EventStatus.Processed,
            Body = Body(check),
            CompanyId = check.Answer.CompanyId,
            UserId = check.Answer.UserId,
            FlagId = check.Answer.FlagId,
            Quantity = 1,
            CapturedAt = check.At,
            ReceivedAt = check.At,
            ProcessedAt = check.At,
        };

    private static string Body(CheckRecord check)
    {
        var body = new EventBodyFlagCheck
        {
            FlagKey = check.Answer.Flag,
            FlagId = check.Answer.FlagId,
            Value = check.Answer.Value,
            Reason = check.Answer.Reason,
            RuleId = check.Answer.RuleId,
            CompanyId = check.Answer.CompanyId,
            UserId = check.Answer.UserId,
            Error = check.Answer.Error,
            ReqCompany = check.Company,
            ReqUser = check.User,
            Preflight = check.IsPreflight ? true : null,
        };
        var json = JsonSerializer.Serialize(body, WireJson.Strict);
        return json.Length <= MaxBody
            ? json
            : JsonSerializer.Serialize(
                body with
                {
                    ReqCompany = null,
                    ReqUser = null,
                    FlagKey = Http.Binding.TextLength.Cut(body.FlagKey, UnknownFlagRow.MaxKeyLength),
                },
                WireJson.Strict
            );
    }
}
