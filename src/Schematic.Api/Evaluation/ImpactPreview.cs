using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Credits.Accounts;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Events.Metering;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Rules;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>
/// Finds companies whose verdict would change if rules were saved. They are examined newest first, thousands at a time,
/// until the time of one request is over; the answer says where the next goes on. A company is examined without a user.
/// </summary>
internal sealed class ImpactPreview(IDatabase database, FlagSnapshots snapshots, Caller caller, TimeProvider time)
{
    private const int DefaultLimit = 50;
    private const int Batch = 5000;
    private const int MaxWaiting = 8;
    private static readonly TimeSpan TimeOfOneRequest = TimeSpan.FromSeconds(1);

    /// <summary>Turns of all who measure: each keeps a processor busy for a second.</summary>
    public static Turns NewTurns() =>
        new(Turns.HalfOfTheProcessors, MaxWaiting, "Too many drafts of rules are being examined at this moment");

    /// <exception cref="ApiException">
    /// 404 where there is no such flag; 400 where the draft or the cursor is wrong.
    /// </exception>
    public async Task<FlagImpactResponseData> MeasureAsync(
        string flagId,
        FlagImpactRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var started = time.GetTimestamp();
        var catalog = (await snapshots.OfAsync(caller.Environment.Seq, cancellationToken)).Catalog;
        await using var db = database.Open(caller.Environment.Seq);
        var flag = await FindAsync(db, flagId, cancellationToken);
        var (rules, names) = await UnsavedRules.ReadAsync(db, flag, body.Rules, time.Now(), cancellationToken);
        var (before, after) = (flag.Prepare(), FlagPreparation.Prepare(flag.Flag, rules, names));
        var traits = flag
            .Names.Traits.Values.Concat(names.Traits.Values)
            .Concat(catalog.Traits.Values)
            .DistinctBy(static definition => definition.Seq)
            .ToDictionary(static definition => definition.Seq);

        // The use of a feature that counts events is limited by plans and overrides, which ask for counters or credits.
        var isCounted = flag.Head.Feature?.EventSubtype is not null;
        var asksForMetrics = before.AsksForMetrics || after.AsksForMetrics || isCounted;
        var asksForCredits = before.AsksForCredits || after.AsksForCredits || isCounted;
        var tally = new Tally(catalog, time.Now(), body.Limit ?? DefaultLimit);
        var beyond = Start(body.Cursor);
        while (true)
        {
            var companies = await CompaniesAsync(db, beyond, cancellationToken);
            var seqs = companies.ConvertAll(static one => one.Seq);
            tally.Grants = await CompanyGrants.ReadAsync(db, seqs, cancellationToken);
            if (asksForMetrics)
                tally.Usage = (await CountedEvent.ReadAsync(db, seqs, time.Now(), cancellationToken)).ToLookup(
                    static counted => counted.CompanySeq
                );
            if (asksForCredits)
                tally.Credits = await HeldCredits.ReadAsync(db, seqs, time.Now(), cancellationToken);
            foreach (var company in companies)
                tally.Add(company, before, after, Facts(company, traits));
            if (companies.Count < Batch)
                return await tally.ToContractAsync(db, null, cancellationToken);
            beyond = companies[^1].Seq;
            if (time.GetElapsedTime(started) >= TimeOfOneRequest)
                return await tally.ToContractAsync(
                    db,
                    beyond.ToString(CultureInfo.InvariantCulture),
                    cancellationToken
                );
        }
    }

    private static async Task<FlagDetail> FindAsync(SchematicDb db, string id, CancellationToken cancellationToken) =>
        await FlagReader.DetailsAsync(db, FlagReader.Heads(db, db.Flags.Where(row => row.Id == id)), cancellationToken)
            is [var only]
            ? only
            : throw ApiProblem.NotFoundInAccount("flag", id);

    // The place of the last company that was examined, which is one also when the company is gone.
    private static long Start(string? cursor)
    {
        if (cursor is null)
            return long.MaxValue;
        return long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var beyond)
            ? beyond
            : throw ApiProblem.BadRequest(
                "cursor is none that this operation has given. Start again without one.",
                "cursor"
            );
    }

    private static Task<List<Candidate>> CompaniesAsync(
        SchematicDb db,
        long beyond,
        CancellationToken cancellationToken
    ) =>
        db.QueryAsync(
            new SqlText(
                $"SELECT seq, id, name, traits FROM entities WHERE environment_seq = {db.EnvironmentSeq} AND entity_type = {EntityType.Company} AND seq < {beyond} ORDER BY seq DESC LIMIT {Batch}"
            ),
            static row => new Candidate(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3)),
            cancellationToken
        );

    /// <summary>Values of the traits that the rules name.</summary>
    private static List<TraitFact> Facts(Candidate company, Dictionary<int, EntityTraitDefinitionRow> definitions)
    {
        if (definitions.Count == 0)
            return [];
        var facts = new List<TraitFact>();
        foreach (var trait in TraitDocument.Read(company.Traits))
        {
            if (definitions.TryGetValue(trait.DefinitionSeq, out var definition))
                facts.Add(new TraitFact(definition.Id, FlagPreparation.Kind(definition.TraitType), trait.Value));
        }

        return facts;
    }

    private readonly record struct Candidate(long Seq, string Id, string Name, string Traits);

    private sealed class Tally(EntitlementCatalog catalog, DateTimeOffset now, long limit)
    {
        private readonly List<FlagImpactCompany> _changes = [];
        private long _examined;
        private long _gained;
        private long _lost;

        /// <summary>Plans and overrides by company.</summary>
        public IReadOnlyDictionary<long, CompanyGrants> Grants { private get; set; } =
            new Dictionary<long, CompanyGrants>();

        /// <summary>Counters by company; null where no rule asks for them.</summary>
        public ILookup<long, CountedEvent>? Usage { private get; set; }

        /// <summary>Credits by company; empty where no rule asks for them.</summary>
        public IReadOnlyDictionary<long, HeldCredits> Credits { private get; set; } =
            new Dictionary<long, HeldCredits>();

        public void Add(Candidate company, PreparedFlag before, PreparedFlag after, IReadOnlyList<TraitFact> traits)
        {
            _examined++;
            var facts = new CompanyFacts
            {
                Id = company.Id,
                Traits = traits,
                Metrics = [.. Usage?[company.Seq].SelectMany(static counted => counted.Facts()) ?? []],
                Credits = Credits.GetValueOrDefault(company.Seq, HeldCredits.None).Figures,
            };
            var planned = PlannedCompany.Of(
                CompanyContext.Prepare(facts),
                catalog,
                Grants.GetValueOrDefault(company.Seq, CompanyGrants.None),
                now
            );
            var subject = new CheckSubject(planned.Context, null);
            var (was, becomes) = (FlagEvaluator.Evaluate(before, subject), FlagEvaluator.Evaluate(after, subject));
            if (was.Value == becomes.Value)
                return;
            if (becomes.Value)
                _gained++;
            else
                _lost++;
            if (_changes.Count < limit)
                _changes.Add(
                    new FlagImpactCompany
                    {
                        Id = company.Id,
                        Name = company.Name,
                        After = becomes.Value,
                        ReasonBefore = was.Reason,
                        ReasonAfter = becomes.Reason,
                    }
                );
        }

        public async Task<FlagImpactResponseData> ToContractAsync(
            SchematicDb db,
            string? nextCursor,
            CancellationToken cancellationToken
        ) =>
            new()
            {
                Changes = _changes,
                Examined = _examined,
                Gained = _gained,
                Lost = _lost,
                NextCursor = nextCursor,
                Total = await db.Companies.LongCountAsync(cancellationToken),
            };
    }
}
