using System.Text.Json;
using Schematic.Api.Events;
using Schematic.Api.Events.Metering;
using Schematic.Api.Persistence;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Setup;

/// <summary>
/// Ninety days of events of the invented companies: busier on weekdays, growing, some without a user, one name that is
/// a slip of the pen, and a few that failed. Nightly jobs bring some companies to where their plan has something to
/// say.
/// </summary>
internal sealed class SampleUsage(SchematicDb db, DateTimeOffset now)
{
    private const int Days = 90;

    // API calls of this month by the number of the company: 82 % of its limit, over the soft limit, over the limit.
    private static readonly (int Company, int Calls)[] CallsOfThisMonth = [(1, 8_200), (8, 6_130), (15, 10_480)];

    private readonly List<Use> _uses = [];
    private readonly List<EventRow> _events = [];
    private readonly UsageDeltas _deltas = new();
    private readonly Dictionary<(long CompanySeq, string Name, DateTimeOffset Day), long> _days = [];
    private readonly Dictionary<(long CompanySeq, string Name), long> _totals = [];

    private readonly List<SampleAnswer> _answers = [];

    /// <summary>Uses that are paid with credits, oldest first.</summary>
    public IReadOnlyList<SampleAnswer> Answers => _answers;

    public async Task AddAsync(IReadOnlyList<SampleCompany> companies, CancellationToken cancellationToken)
    {
        for (var day = Days; day >= 0; day--)
        {
            foreach (var company in companies)
                PlanDay(company, day);
        }

        foreach (var (number, calls) in CallsOfThisMonth)
            PlanNights(companies[number], calls);
        foreach (var use in _uses.OrderBy(static use => use.At))
            Add(use);
        AddFailed(companies[0], 7);
        AddFailed(companies[1], 2);
        _events.Sort(static (one, other) => one.CapturedAt.CompareTo(other.CapturedAt));
        await _deltas.WriteAsync(db, cancellationToken);
        await EventSql.InsertAsync(db, _events, cancellationToken);
    }

    private void PlanDay(SampleCompany company, int day)
    {
        var date = now.AddDays(-day);
        var isWeekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        // The same every time, and different from company to company.
        var dice = ((company.Number * 31) + (day * 17)) % 10;
        if (isWeekend ? dice < 7 : company.Number > 20 && dice < 6)
            return;
        var growth = 100 + ((Days - day) / 2);
        Plan(company, "api-call", (40 + (dice * 11)) * growth / (100 + (company.Number * 12)), date, dice);
        if (dice % 3 == 0)
            Plan(company, "report-run", 1 + (dice / 3), date.AddHours(-3), dice + 1);
        if (SampleCredits.Holders.Contains(company.Number) && day < 87 - company.Number)
            Plan(
                company,
                SampleCredits.Event,
                (4 + (dice * 2)) * (company.Number == 12 ? 4 : 1),
                date.AddHours(-1),
                dice + 2
            );
        if (company.Number == 2 && day < 6)
            Plan(company, "api_call", 3, date.AddHours(-1), dice);
        if (company.Number == 5 && day < 20 && dice % 2 == 0)
            Plan(company, "video-upload", 1, date.AddHours(-2), dice);
    }

    private void Plan(SampleCompany company, string name, int quantity, DateTimeOffset at, int dice)
    {
        if (quantity == 0)
            return;
        // Every fourth came from a server that did not say for whom.
        var user = dice % 4 == 0 ? null : company.Users[dice % company.Users.Count];
        _uses.Add(new(company, user, name, quantity, at.AddMinutes(-(dice * 23) - 5).Cut()));
    }

    // Midnight is never in the future, and never in another month.
    private void PlanNights(SampleCompany company, int callsOfThisMonth)
    {
        const string Name = "api-call";
        var month = MetricPeriods.Month(now);
        var daytime = _uses
            .Where(use => use.Company == company && use.Name == Name && use.At >= month)
            .Sum(static use => use.Quantity);
        var nights = now.UtcDateTime.Day;
        var (each, rest) = Math.DivRem(callsOfThisMonth - daytime, nights);
        for (var night = 0; night < nights; night++)
            _uses.Add(new(company, null, Name, each + (night < rest ? 1 : 0), month.AddDays(night)));
    }

    private void Add(Use use)
    {
        var (company, user, name, quantity, at) = use;
        _deltas.Add(company.Seq, user?.Seq, name, quantity, at);
        var (total, day) = ((company.Seq, name), (company.Seq, name, MetricPeriods.Day(at)));
        _totals[total] = _totals.GetValueOrDefault(total) + quantity;
        _days[day] = _days.GetValueOrDefault(day) + quantity;
        var row = Row(company, user, name, quantity, at, new Outcome(_totals[total], _days[day], null));
        _events.Add(row);
        if (name == SampleCredits.Event)
            _answers.Add(new SampleAnswer(company.Number, row.Id, quantity, at));
    }

    private void AddFailed(SampleCompany company, int hoursAgo) =>
        _events.Add(
            Row(
                company,
                company.Users[0],
                "api-call",
                0,
                now.AddHours(-hoursAgo).Cut(),
                new Outcome(null, null, "body.quantity must not be 0. Leave it out to count one.")
            )
        );

    private EventRow Row(
        SampleCompany company,
        SampleUser? user,
        string name,
        int quantity,
        DateTimeOffset at,
        Outcome outcome
    )
    {
        var isFailed = outcome.Error is not null;
        return new EventRow
        {
            Id = NewId.For(EventRow.IdPrefix, at),
            EnvironmentSeq = db.EnvironmentSeq,
            EventType = WireEnum<EventType>.ToWire(EventType.Track),
            EventSubtype = name,
            Status = isFailed ? EventStatus.Failed : EventStatus.Processed,
            Error = outcome.Error,
            Body = Body(company, user, name, quantity),
            CompanyId = isFailed ? null : company.Id,
            UserId = isFailed ? null : user?.Id,
            Quantity = isFailed ? 1 : quantity,
            CapturedAt = at,
            ReceivedAt = at,
            ProcessedAt = isFailed ? null : at,
            TotalAfter = outcome.TotalAfter,
            DayAfter = outcome.DayAfter,
        };
    }

    private static string Body(SampleCompany company, SampleUser? user, string name, int quantity) =>
        JsonSerializer.Serialize(
            new EventBodyTrack
            {
                Event = name,
                Quantity = quantity,
                Company = new Dictionary<string, string> { ["domain"] = company.Domain },
                User = user is null ? null : new Dictionary<string, string> { ["email"] = user.Email },
            },
            WireJson.Strict
        );

    private sealed record Use(SampleCompany Company, SampleUser? User, string Name, int Quantity, DateTimeOffset At);

    private readonly record struct Outcome(long? TotalAfter, long? DayAfter, string? Error);
}
