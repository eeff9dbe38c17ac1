using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Events.Metering;

/// <summary>Additions of a group of events to usage, gathered by row and written together.</summary>
internal sealed class UsageDeltas
{
    // Both databases know the row that is there by the name of the table.
    private const string AddToExisting = """
        ON CONFLICT (environment_seq, company_seq, grain, event_subtype, starts_at, user_seq) DO UPDATE SET
            quantity = usage.quantity + excluded.quantity, events = usage.events + excluded.events,
            first_at = CASE WHEN excluded.first_at < usage.first_at THEN excluded.first_at ELSE usage.first_at END,
            last_at = CASE WHEN excluded.last_at > usage.last_at THEN excluded.last_at ELSE usage.last_at END
        RETURNING company_seq, grain, event_subtype, starts_at, user_seq, quantity, events
        """;

    private static readonly string[] Columns =
    [
        "environment_seq",
        "company_seq",
        "grain",
        "event_subtype",
        "starts_at",
        "user_seq",
        "quantity",
        "events",
        "first_at",
        "last_at",
    ];

    private readonly Dictionary<UsageKey, UsageValue> _rows = [];

    public IReadOnlyDictionary<UsageKey, UsageValue> Rows => _rows;

    /// <param name="companySeq">Null if the event named no company.</param>
    /// <param name="userSeq">Null if the event named no user.</param>
    public void Add(long? companySeq, long? userSeq, string eventSubtype, long quantity, DateTimeOffset at)
    {
        var value = UsageValue.OfEvent(quantity, at);
        AddTimes(UsageRow.AllCompanies, eventSubtype, at, value);
        if (userSeq is { } user)
            Add(UsageKey.UserTotal(eventSubtype, user), value);
        if (companySeq is not { } company)
            return;
        AddTimes(company, eventSubtype, at, value);
        if (userSeq is { } member)
            Add(UsageKey.UserDay(company, eventSubtype, at, member), value);
    }

    /// <returns>Quantity and number of events of each row, as they now are.</returns>
    public async Task<Dictionary<UsageKey, (long Quantity, long Events)>> WriteAsync(
        SchematicDb db,
        CancellationToken cancellationToken
    )
    {
        var after = await db.InsertAsync(
            new SqlLiteral("usage"),
            ToRows(db.EnvironmentSeq),
            AddToExisting,
            static row => (Key(row), (row.Number(5), row.Number(6))),
            cancellationToken
        );
        return after.ToDictionary(static row => row.Item1, static row => row.Item2);
    }

    private static UsageKey Key(ISqlRow row) =>
        new(row.Number(0), (UsageGrain)row.Number(1), row.Text(2), row.Time(3), row.Number(4));

    private SqlRows ToRows(int environmentSeq)
    {
        var rows = new SqlRows(Columns);
        var keys = _rows.Keys.ToArray();
        Array.Sort(keys, UsageKey.Compare);
        foreach (var key in keys)
        {
            var value = _rows[key];
            rows.Add(
                environmentSeq,
                key.CompanySeq,
                (short)key.Grain,
                key.EventSubtype,
                key.StartsAt,
                key.UserSeq,
                value.Quantity,
                value.Events,
                value.FirstAt,
                value.LastAt
            );
        }

        return rows;
    }

    private void AddTimes(long companySeq, string eventSubtype, DateTimeOffset at, UsageValue value)
    {
        Add(UsageKey.Total(companySeq, eventSubtype), value);
        Add(UsageKey.Day(companySeq, eventSubtype, at), value);
        Add(UsageKey.Hour(companySeq, eventSubtype, at), value);
    }

    private void Add(UsageKey key, UsageValue value) =>
        _rows[key] = _rows.TryGetValue(key, out var sum) ? sum + value : value;
}
