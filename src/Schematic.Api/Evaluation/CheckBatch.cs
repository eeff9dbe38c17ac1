using System.Text.Json;
using Schematic.Api.Events;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Flags.Unknown;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Evaluation;

/// <summary>The effects of the checks of one second, to be written together.</summary>
internal sealed class CheckBatch
{
    private const int MaxBody = 8192;

    public List<CheckRecord> Events { get; } = [];

    /// <summary>When a flag was checked.</summary>
    public Dictionary<(int EnvironmentSeq, int FlagSeq), DateTimeOffset> Checked { get; } = [];

    /// <summary>Last check and number of checks, by key that no flag has.</summary>
    public Dictionary<(int EnvironmentSeq, string Key), (CheckRecord Check, int Count)> Unknown { get; } = [];

    /// <summary>Checks that wanted to be an event.</summary>
    public long Seen { get; set; }

    public long Lost { get; set; }

    public IReadOnlyList<int> Environments =>
        [
            .. Events
                .Select(static check => check.EnvironmentSeq)
                .Concat(Checked.Keys.Select(static key => key.EnvironmentSeq))
                .Distinct(),
        ];

    /// <summary>Writes what belongs to the environment of <paramref name="db"/>.</summary>
    /// <returns>How many events.</returns>
    public async Task<int> WriteAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        var events = Events.Where(check => check.EnvironmentSeq == db.EnvironmentSeq).ToList();
        await EventSql.InsertAsync(db, events.ConvertAll(Row), cancellationToken);
        // In order, so that two instances that write the same rows wait for each other instead of locking each other
        // out.
        foreach (
            var ((_, flagSeq), at) in Checked
                .Where(row => row.Key.EnvironmentSeq == db.EnvironmentSeq)
                .OrderBy(static row => row.Key.FlagSeq)
        )
            await db.ExecuteAsync(UpdateChecked(db, flagSeq, at), cancellationToken);
        var unknown = Unknown
            .Where(row => row.Key.EnvironmentSeq == db.EnvironmentSeq)
            .OrderBy(static row => row.Key.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var ((_, key), (check, count)) in unknown)
            await db.ExecuteAsync(UpsertUnknown(db, key, check, count), cancellationToken);
        if (unknown.Count > 0)
            await db.ExecuteAsync(ForgetOldest(db), cancellationToken);
        return events.Count;
    }

    // From flags, because the flag may be gone by now.
    private static SqlText UpdateChecked(SchematicDb db, int flagSeq, DateTimeOffset at) =>
        new(
            $"""
            INSERT INTO flag_environments (flag_seq, environment_seq, rules, rules_version, last_checked_at)
            SELECT seq, {db.EnvironmentSeq}, {RuleSerializer.None}, 0, {at} FROM flags WHERE seq = {flagSeq}
            ON CONFLICT (flag_seq, environment_seq) DO UPDATE SET last_checked_at = excluded.last_checked_at
            """
        );

    private static SqlText UpsertUnknown(SchematicDb db, string key, CheckRecord check, int count) =>
        new(
            $"""
            INSERT INTO unknown_flags (environment_seq, key, count, first_seen_at, last_seen_at, example_company, example_user)
            VALUES ({db.EnvironmentSeq}, {key}, {count}, {check.At}, {check.At}, {Keys(check.Company)}, {Keys(
                check.User
            )})
            ON CONFLICT (environment_seq, key) DO UPDATE SET count = unknown_flags.count + excluded.count, last_seen_at = excluded.last_seen_at,
                example_company = excluded.example_company, example_user = excluded.example_user
            """
        );

    private static SqlText ForgetOldest(SchematicDb db) =>
        new(
            $"""
            DELETE FROM unknown_flags WHERE environment_seq = {db.EnvironmentSeq} AND key NOT IN
                (SELECT key FROM unknown_flags WHERE environment_seq = {db.EnvironmentSeq} ORDER BY last_seen_at DESC, key LIMIT {UnknownFlagRow.MaxKept})
            """
        );

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

    private static string Keys(IReadOnlyDictionary<string, string>? keys)
    {
        var json = JsonSerializer.Serialize(keys ?? new Dictionary<string, string>(), WireJson.Strict);
        return json.Length <= MaxBody ? json : "{}";
    }

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
