using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Events.Metering;
using Schematic.Api.Flags;
using Schematic.Api.Http;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;

namespace Schematic.Api.Features;

/// <summary>Features, which the account shares, each with its flag as it is in the caller's environment.</summary>
internal sealed class FeatureStore(IDatabase database, IFeatureUses uses, Caller caller, TimeProvider time)
{
    private string EnvironmentId => caller.Environment.Id;

    public Task<IReadOnlyList<FeatureDetailResponseData>> ListAsync(
        FeaturesQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListSharedAsync(
            caller.Environment.Seq,
            (db, token) =>
                DetailsAsync(
                    db,
                    Heads(db, Filtered(db, query)).OrderByDescending(head => head.Feature.Seq).Page(query),
                    token
                ),
            cancellationToken
        );

    public Task<long> CountAsync(FeaturesQuery query, CancellationToken cancellationToken) =>
        database.ListSharedAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).LongCountAsync(token),
            cancellationToken
        );

    public async Task<FeatureDetailResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return await DetailAsync(db, id, cancellationToken);
    }

    public Task<FeatureDetailResponseData> CreateAsync(
        CreateFeatureRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var row = await new FeatureWriter(db, time.Now()).CreateAsync(body, token);
                return await DetailAsync(db, row.Id, token);
            },
            cancellationToken
        );

    public Task<FeatureDetailResponseData> UpdateAsync(
        string id,
        UpdateFeatureRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var writer = new FeatureWriter(db, time.Now());
                var row = await writer.LockAsync(id, token);
                await writer.UpdateAsync(row, body, token);
                return await DetailAsync(db, row.Id, token);
            },
            cancellationToken
        );

    /// <summary>Takes the feature's flag along, and with it the flag's rules in every environment.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var row = await new FeatureWriter(db, now).LockAsync(id, token);
                if (await uses.WhyKeptAsync(db, row, token) is { } why)
                    throw ApiProblem.Conflict(why);
                if (await FeatureWriter.FlagIdAsync(db, row, token) is { } flagId)
                {
                    var writer = new FlagWriter(db, now);
                    var flag = await writer.LockAsync(flagId, token);
                    await writer.RequireNoRulesElsewhereAsync(flag, caller, token);
                    db.Changes.Add(ChangeKind.Flag, flag.Seq);
                }

                db.Remove(row);
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.Catalog, row.Seq);
            },
            cancellationToken
        );

    public static async Task<FeatureRow> FindAsync(SchematicDb db, string id, CancellationToken cancellationToken) =>
        await db.Features.FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
        ?? throw ApiProblem.NotFoundInAccount("feature", id);

    private static IQueryable<FeatureWithRefs> Heads(SchematicDb db, IQueryable<FeatureRow> features) =>
        from feature in features.AsNoTracking()
        join trait in db.EntityTraitDefinitions on feature.TraitId equals trait.Id into traits
        from trait in traits.DefaultIfEmpty()
        join member in db.Members on feature.MaintainerId equals member.Id into members
        from member in members.DefaultIfEmpty()
        select new FeatureWithRefs
        {
            Feature = feature,
            Trait = trait,
            Maintainer = member,
        };

    private async Task<IReadOnlyList<FeatureDetailResponseData>> DetailsAsync(
        SchematicDb db,
        IQueryable<FeatureWithRefs> page,
        CancellationToken cancellationToken
    )
    {
        var heads = await page.ToListAsync(cancellationToken);
        if (heads.Count == 0)
            return [];
        var seqs = heads.ConvertAll(static head => (int?)head.Feature.Seq);
        var flags = await FlagReader.DetailsAsync(
            db,
            FlagReader.Heads(db, db.Flags.Where(row => EF.Parameter(seqs).Contains(row.FeatureSeq))),
            cancellationToken
        );
        var byFeature = flags.ToLookup(
            static detail => detail.Flag.FeatureSeq,
            detail => detail.ToContract(EnvironmentId)
        );
        var subtypes = heads.Select(static head => head.Feature.EventSubtype).OfType<string>().ToList();
        var plans = await uses.PlansAsync(db, heads.ConvertAll(static head => head.Feature.Seq), cancellationToken);
        var summaries =
            subtypes.Count == 0
                ? new Dictionary<string, EventSummaryResponseData>()
                : await EventSummaries.ReadAsync(db, EnvironmentId, subtypes, cancellationToken);
        return
        [
            .. heads.Select(head =>
                head.ToDetailContract(
                    [.. byFeature[head.Feature.Seq]],
                    [.. plans[head.Feature.Seq]],
                    head.Feature.EventSubtype is { } subtype ? summaries[subtype] : null
                )
            ),
        ];
    }

    private async Task<FeatureDetailResponseData> DetailAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken
    ) =>
        await DetailsAsync(db, Heads(db, db.Features.Where(row => row.Id == id)), cancellationToken) is [var only]
            ? only
            : throw ApiProblem.NotFoundInAccount("feature", id);

    // No billing provider manages any feature.
    private IQueryable<FeatureRow> Filtered(SchematicDb db, FeaturesQuery query)
    {
        var rows = uses.Narrow(db, db.Features, query);
        if (query.ManagedBy is { } manager && manager != BillingProviderType.Schematic)
            rows = rows.Where(row => false);
        if (Types(query) is { } types)
            rows = rows.Where(row => types.Contains(row.FeatureType));
        if (query.BooleanRequireEvent == true)
            rows = rows.Where(row => row.FeatureType != FeatureType.Boolean || row.EventSubtype != null);
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        if (TextPart.FromQuery(query.Q) is { } part)
            rows = rows.Where(row => row.Name.ToLower().Contains(part) || row.Id.ToLower().Contains(part));
        return rows;
    }

    private static IReadOnlyList<FeatureType>? Types(FeaturesQuery query) =>
        query.BooleanRequireEvent == true && query.FeatureType is { } types
            ? [.. types, FeatureType.Boolean]
            : query.FeatureType;
}
