using Schematic.Api.Entitlements;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Features;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;

namespace Schematic.Api.Setup;

/// <summary>
/// Exceptions that were made for a few of the invented companies: one about to expire, one that has, one that the plan
/// has overtaken, one that nobody gave a reason for, and one that takes a feature away.
/// </summary>
internal sealed class SampleOverrides(SchematicDb db, DateTimeOffset now)
{
    private const string Sales = "Mira Castell";
    private const string Support = "Jonas Weber";

    private static readonly SampleOverride[] Overrides =
    [
        new(9, SampleFeatures.ReportRuns, Monthly(200), 42)
        {
            ExpiresInDays = -12,
            Notes = [new(42, Support, "Their year's end: they run every report of the year again.")],
        },
        new(11, SampleFeatures.Seats, new() { ValueType = EntitlementValueType.Numeric, ValueNumeric = 60 }, 240)
        {
            Notes = [new(240, Sales, "Promised when Starter had 50 seats.")],
        },
        new(2, SampleFeatures.ApiCalls, new() { ValueType = EntitlementValueType.Unlimited }, 90)
        {
            Notes = [new(90, Sales, "Design partner: no limit for the first year, see the contract.")],
        },
        new(7, SampleFeatures.Reports, Boolean(true), 64),
        new(12, SampleFeatures.SingleSignOn, Boolean(true), 33)
        {
            ExpiresInDays = 57,
            Notes = [new(33, Sales, "Comes with the next version of Pro; they could not wait.")],
        },
        new(5, SampleFeatures.ApiCalls, Monthly(20_000), 28)
        {
            ExpiresInDays = 3,
            Notes =
            [
                new(28, Sales, "Moving their archive over to us. Back to the plan when that is done."),
                new(6, Support, "Nearly through: they expect to need it until the end of the week."),
            ],
        },
        new(25, SampleFeatures.ApiCalls, Monthly(500), 4)
        {
            ExpiresInDays = 10,
            Notes = [new(4, Sales, "Two weeks to build a prototype before they choose a plan.")],
        },
        new(18, SampleFeatures.SingleSignOn, Boolean(false), 2)
        {
            Notes = [new(2, Support, "Their identity provider locks people out. Off until they have mended it.")],
        },
    ];

    public async Task AddAsync(IReadOnlyList<SampleCompany> companies, CancellationToken cancellationToken)
    {
        foreach (var sample in Overrides)
        {
            var feature = await SampleFeatures.GetAsync(db, sample.FlagKey, cancellationToken);
            var row = Row(companies[sample.Company], feature, sample);
            db.Add(row);
            await db.SaveChangesAsync(cancellationToken);
            foreach (var note in sample.Notes)
                db.Add(Row(row, note));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private CompanyOverrideRow Row(SampleCompany company, FeatureRow feature, SampleOverride sample)
    {
        var at = now.AddDays(-sample.DaysAgo);
        var values = EntitlementTermsCheck.Check(feature.FeatureType, sample.Values);
        return new CompanyOverrideRow
        {
            Id = NewId.For(CompanyOverrideRow.IdPrefix, at),
            EnvironmentSeq = db.EnvironmentSeq,
            CompanySeq = company.Seq,
            FeatureSeq = feature.Seq,
            ValueType = values.ValueType,
            ValueBool = values.ValueBool,
            ValueNumeric = values.ValueNumeric,
            MetricPeriod = values.MetricPeriod,
            ExpiresAt = sample.ExpiresInDays is { } days ? now.AddDays(days) : null,
            RuleId = NewId.For(FlagRule.IdPrefix, at),
            UsageExceededRuleId = NewId.For(FlagRule.IdPrefix, at),
            CreatedAt = at,
            UpdatedAt = at,
        };
    }

    // The authors left no account behind.
    private CompanyOverrideNoteRow Row(CompanyOverrideRow row, SampleNote note) =>
        new()
        {
            Id = NewId.For(CompanyOverrideNoteRow.IdPrefix, now.AddDays(-note.DaysAgo)),
            EnvironmentSeq = db.EnvironmentSeq,
            CompanyOverrideSeq = row.Seq,
            Text = note.Text,
            AuthorId = "",
            AuthorName = note.Author,
            CreatedAt = now.AddDays(-note.DaysAgo),
        };

    private static EntitlementValues Boolean(bool value) =>
        new() { ValueType = EntitlementValueType.Boolean, ValueBool = value };

    private static EntitlementValues Monthly(long limit) =>
        new()
        {
            ValueType = EntitlementValueType.Numeric,
            ValueNumeric = limit,
            MetricPeriod = MetricPeriod.CurrentMonth,
        };

    /// <param name="Company">Number of the invented company.</param>
    private sealed record SampleOverride(int Company, string FlagKey, EntitlementValues Values, int DaysAgo)
    {
        /// <summary>Null for one that stays; negative for one that has expired.</summary>
        public int? ExpiresInDays { get; init; }

        public IReadOnlyList<SampleNote> Notes { get; init; } = [];
    }

    private sealed record SampleNote(int DaysAgo, string Author, string Text);
}
