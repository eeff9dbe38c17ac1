using System.Text.Json;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Flags.Unknown;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Evaluation;

/// <summary>
/// Checks of one environment as they are noted on flags: when each was last checked, and how often flags were asked for
/// that do not exist.
/// </summary>
internal sealed class CheckedFlags
{
    // Applications that make up keys must not fill the memory, or a transaction.
    private const int MaxUnknown = 100;
    private const int MaxExample = 8192;

    // A check that is noted late moves nothing back.
    private const string KeepLatestCheck = """
        ON CONFLICT (flag_seq, environment_seq) DO UPDATE SET last_checked_at = excluded.last_checked_at
            WHERE flag_environments.last_checked_at IS NULL
                OR flag_environments.last_checked_at < excluded.last_checked_at
        """;

    private const string AddToUnknown = """
        ON CONFLICT (environment_seq, key) DO UPDATE SET
            count = unknown_flags.count + excluded.count,
            first_seen_at = CASE WHEN excluded.first_seen_at < unknown_flags.first_seen_at
                THEN excluded.first_seen_at ELSE unknown_flags.first_seen_at END,
            last_seen_at = CASE WHEN excluded.last_seen_at > unknown_flags.last_seen_at
                THEN excluded.last_seen_at ELSE unknown_flags.last_seen_at END,
            example_company = excluded.example_company, example_user = excluded.example_user
        """;

    private readonly Dictionary<int, DateTimeOffset> _checked = [];
    private readonly Dictionary<string, UnknownFlag> _unknown = new(StringComparer.Ordinal);

    /// <summary>When flags were checked, by the seq of the flag.</summary>
    public IReadOnlyDictionary<int, DateTimeOffset> Checked => _checked;

    public void Add(int flagSeq, DateTimeOffset at)
    {
        if (!_checked.TryGetValue(flagSeq, out var last) || last < at)
            _checked[flagSeq] = at;
    }

    /// <summary>Adds a check of a flag that does not exist. Keys that no flag may have are passed over.</summary>
    /// <param name="company">Keys by which the check named a company.</param>
    /// <param name="user">Keys by which the check named a user.</param>
    public void AddUnknown(
        string key,
        IReadOnlyDictionary<string, string>? company,
        IReadOnlyDictionary<string, string>? user,
        DateTimeOffset at
    )
    {
        if (_unknown.TryGetValue(key, out var known))
            _unknown[key] = new UnknownFlag(
                known.Count + 1,
                at < known.FirstAt ? at : known.FirstAt,
                at > known.LastAt ? at : known.LastAt,
                company,
                user
            );
        else if (_unknown.Count < MaxUnknown && !TextLength.IsOver(key, UnknownFlagRow.MaxKeyLength))
            _unknown[key] = new UnknownFlag(1, at, at, company, user);
    }

    /// <summary>Writes everything into the environment of <paramref name="db"/>.</summary>
    public async Task WriteAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        if (_checked.Count > 0)
            await db.ExecuteAsync(StoreChecked(db), cancellationToken);
        if (_unknown.Count == 0)
            return;
        foreach (var statement in db.Dialect.Insert(new SqlLiteral("unknown_flags"), UnknownRows(db), AddToUnknown))
            await db.ExecuteAsync(statement, cancellationToken);
        await db.ExecuteAsync(ForgetOldest(db), cancellationToken);
    }

    // From flags, because a flag may be gone by now. In order, so that two who write the same rows wait for each other
    // instead of locking each other out. "WHERE true" tells SQLite that ON begins no join.
    private SqlText StoreChecked(SchematicDb db)
    {
        var rows = new SqlRows("seq", "at");
        foreach (var (seq, at) in _checked)
            rows.Add(seq, at);
        return new SqlText(
            $"""
            INSERT INTO flag_environments (flag_seq, environment_seq, rules, rules_version, last_checked_at)
            SELECT flags.seq, {db.EnvironmentSeq}, {RuleSerializer.None}, 0, u.at
            FROM {db.Dialect.Table(rows)} JOIN flags ON flags.seq = u.seq WHERE true ORDER BY flags.seq
            {new SqlLiteral(KeepLatestCheck)}
            """
        );
    }

    private SqlRows UnknownRows(SchematicDb db)
    {
        var rows = new SqlRows(
            "environment_seq",
            "key",
            "count",
            "first_seen_at",
            "last_seen_at",
            "example_company",
            "example_user"
        );
        foreach (var (key, flag) in _unknown.OrderBy(static one => one.Key, StringComparer.Ordinal))
            rows.Add(
                db.EnvironmentSeq,
                key,
                flag.Count,
                flag.FirstAt,
                flag.LastAt,
                Example(flag.Company),
                Example(flag.User)
            );
        return rows;
    }

    private static SqlText ForgetOldest(SchematicDb db) =>
        new(
            $"""
            DELETE FROM unknown_flags WHERE environment_seq = {db.EnvironmentSeq} AND key NOT IN (
                SELECT key FROM unknown_flags WHERE environment_seq = {db.EnvironmentSeq}
                ORDER BY last_seen_at DESC, key LIMIT {UnknownFlagRow.MaxKept})
            """
        );

    private static string Example(IReadOnlyDictionary<string, string>? keys)
    {
        var json = JsonSerializer.Serialize(keys ?? new Dictionary<string, string>(), WireJson.Strict);
        return json.Length <= MaxExample ? json : "{}";
    }

    /// <param name="Company">Keys of one of the checks.</param>
    /// <param name="User">Keys of one of the checks.</param>
    private sealed record UnknownFlag(
        long Count,
        DateTimeOffset FirstAt,
        DateTimeOffset LastAt,
        IReadOnlyDictionary<string, string>? Company,
        IReadOnlyDictionary<string, string>? User
    );
}
