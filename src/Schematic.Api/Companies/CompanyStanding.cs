using Schematic.Api.Credits.Accounts;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Evaluation;
using Schematic.Api.Events.Metering;
using Schematic.Api.Persistence;
using Schematic.Rules.Facts;

namespace Schematic.Api.Companies;

/// <summary>A company at a moment: its plans and overrides, what it may use by them, and what it has used.</summary>
internal sealed class CompanyStanding(
    EntityDetail company,
    CompanyGrants grants,
    IReadOnlyList<CountedEvent> counted,
    HeldCredits credits,
    EntitlementCatalog catalog,
    DateTimeOffset now
)
{
    // Made where it is needed: most companies of most lists have neither plans nor overrides.
    private readonly Lazy<CompanyContext> _context = new(() =>
        CompanyContext.Prepare(
            new CompanyFacts
            {
                Id = company.Id,
                Traits = CachedEntity.Facts(company),
                Metrics = [.. counted.SelectMany(static one => one.Facts())],
                Credits = credits.Figures,
            }
        )
    );

    private CompanyEntitlements? _entitlements;

    public EntityDetail Company => company;

    public CompanyGrants Grants => grants;

    public IReadOnlyList<CountedEvent> Counted => counted;

    public HeldCredits Credits => credits;

    public EntitlementCatalog Catalog => catalog;

    public DateTimeOffset Now => now;

    /// <summary>The company as rules see it.</summary>
    public CompanyContext Context => _context.Value;

    public CompanyEntitlements Entitlements =>
        _entitlements ??= new CompanyEntitlements(catalog, grants, company.Id, Context.TraitText, now);

    /// <summary>Reads what is not in memory: four statements at most, however many companies.</summary>
    /// <param name="companies">One may come more than once.</param>
    public static async Task<IReadOnlyList<CompanyStanding>> ReadAsync(
        SchematicDb db,
        EntitlementCatalog catalog,
        IReadOnlyList<EntityDetail> companies,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (companies.Count == 0)
            return [];
        var seqs = companies.Select(static company => company.Seq).Distinct().ToList();
        var grants = await CompanyGrants.ReadAsync(db, seqs, cancellationToken);
        var counted = (await CountedEvent.ReadAsync(db, seqs, now, cancellationToken)).ToLookup(static one =>
            one.CompanySeq
        );
        var credits =
            catalog.Credits.Count == 0
                ? new Dictionary<long, HeldCredits>()
                : await HeldCredits.ReadAsync(db, seqs, now, cancellationToken);
        return
        [
            .. companies.Select(company => new CompanyStanding(
                company,
                grants.GetValueOrDefault(company.Seq, CompanyGrants.None),
                [.. counted[company.Seq]],
                credits.GetValueOrDefault(company.Seq, HeldCredits.None),
                catalog,
                now
            )),
        ];
    }

    /// <summary>Credits of the type that usage draws; null if it draws none, or the company never had any.</summary>
    public CreditFigures? CreditsOf(EntitlementTerms terms) =>
        terms.CreditId is { } credit ? Context.CreditsOf(credit) : null;

    /// <summary>Usage of a feature against what is given.</summary>
    public UsageFigures FiguresOf(GrantedFeature granted) =>
        UsageFigures.Of(
            granted.Terms,
            Allocation.Of(granted.Terms, Context.TraitText),
            new UsageSituation
            {
                Usage = EntitlementFigures.UsageOf(granted, Context),
                Credits = CreditsOf(granted.Terms),
                Now = now,
            }
        );
}
