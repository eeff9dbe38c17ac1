using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Flags;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Features;

/// <summary>Features, which the account shares, each with its flag as it is in the caller's environment.</summary>
internal sealed class FeatureStore(IDatabase database, Caller caller, TimeProvider time)
{
    private string EnvironmentId => caller.Environment.Id;

    public async Task<IReadOnlyList<FeatureDetailResponseData>> ListAsync(FeaturesQuery query, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return await DetailsAsync(db, Heads(db, Filtered(db, query)).OrderByDescending(head => head.Feature.Seq).Page(query), cancellationToken);
    }

    public async Task<long> CountAsync(FeaturesQuery query, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return await Filtered(db, query).LongCountAsync(cancellationToken);
    }

    public async Task<FeatureDetailResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return await DetailAsync(db, id, cancellationToken);
    }

    public Task<FeatureDetailResponseData> CreateAsync(CreateFeatureRequestBody body, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                await FlagWriter.RequireMemberAsync(db, body.MaintainerAccountMemberId, token);
                var now = time.Now();
                var row = new FeatureRow
                {
                    Id = NewId.For(FeatureRow.IdPrefix, now),
                    Name = body.Name,
                    Description = body.Description,
                    FeatureType = body.FeatureType,
                    EventSubtype = Text(body.EventSubtype),
                    TraitId = Text(body.TraitId),
                    Icon = body.Icon ?? "",
                    LifecyclePhase = body.LifecyclePhase,
                    MaintainerId = body.MaintainerAccountMemberId,
                    PluralName = body.PluralName,
                    SingularName = body.SingularName,
                    CreatedAt = now,
                    UpdatedAt = now,
                };
                Check(row);
                db.Add(row);
                await db.SaveChangesAsync(token);
                await FlagChanges.InAccountAsync(db, token);
                if (body.Flag is { } flag)
                    await WriteFlagAsync(db, row, flag, now, token);
                return await DetailAsync(db, row.Id, token);
            },
            cancellationToken);

    public Task<FeatureDetailResponseData> UpdateAsync(string id, UpdateFeatureRequestBody body, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var row = await LockAsync(db, id, token);
                if (body.FeatureType is { } type && type != row.FeatureType)
                    throw Refuse.BadRequest("feature_type cannot change: entitlements and usage depend on it. Create another feature.");
                if (body.MaintainerAccountMemberId.IsSet && body.MaintainerAccountMemberId.Value != row.MaintainerId)
                    await FlagWriter.RequireMemberAsync(db, body.MaintainerAccountMemberId.Value, token);
                row.Name = body.Name ?? row.Name;
                row.Description = body.Description ?? row.Description;
                row.EventSubtype = Text(body.EventSubtype.Or(row.EventSubtype));
                row.TraitId = Text(body.TraitId.Or(row.TraitId));
                row.Icon = body.Icon.Or(row.Icon) ?? "";
                row.LifecyclePhase = body.LifecyclePhase.Or(row.LifecyclePhase);
                row.MaintainerId = body.MaintainerAccountMemberId.Or(row.MaintainerId);
                row.PluralName = body.PluralName.Or(row.PluralName);
                row.SingularName = body.SingularName.Or(row.SingularName);
                Check(row);
                if (db.ChangeTracker.HasChanges())
                {
                    row.UpdatedAt = now;
                    await db.SaveChangesAsync(token);
                    await FlagChanges.InAccountAsync(db, token);
                }

                if (body.Flag is { } flag)
                    await WriteFlagAsync(db, row, flag, now, token);
                return await DetailAsync(db, row.Id, token);
            },
            cancellationToken);

    /// <summary>Takes the feature's flag along, and with it the flag's rules in every environment.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var row = await LockAsync(db, id, token);
                if (await FlagIdAsync(db, row, token) is { } flagId)
                {
                    var writer = new FlagWriter(db, time.Now());
                    await writer.RequireNoRulesElsewhereAsync(await writer.LockAsync(flagId, token), caller, token);
                }

                db.Remove(row);
                await db.SaveChangesAsync(token);
                await FlagChanges.InAccountAsync(db, token);
                return true;
            },
            cancellationToken);

    /// <summary>Until there are entitlements, nobody has the use of any feature.</summary>
    public async Task<IReadOnlyList<T>> ListEntitledAsync<T>(string featureId, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        await FindAsync(db, featureId, cancellationToken);
        return [];
    }

    public static async Task<FeatureRow> FindAsync(SchematicDb db, string id, CancellationToken cancellationToken) =>
        await db.Features.FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
        ?? throw Refuse.NotFound($"There is no feature \"{Refuse.Shorten(id)}\".");

    // Nobody changes the feature, or links a flag to it, until the transaction ends.
    private static async Task<FeatureRow> LockAsync(SchematicDb db, string id, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(new SqlText($"SELECT seq FROM features WHERE id = {id}{new SqlLiteral(db.Dialect().ForUpdate)}"), cancellationToken);
        return await FindAsync(db, id, cancellationToken);
    }

    private static IQueryable<FeatureHead> Heads(SchematicDb db, IQueryable<FeatureRow> features) =>
        from feature in features.AsNoTracking()
        join trait in db.EntityTraitDefinitions on feature.TraitId equals trait.Id into traits
        from trait in traits.DefaultIfEmpty()
        join member in db.Members on feature.MaintainerId equals member.Id into members
        from member in members.DefaultIfEmpty()
        select new FeatureHead { Feature = feature, Trait = trait, Maintainer = member };

    private async Task<IReadOnlyList<FeatureDetailResponseData>> DetailsAsync(SchematicDb db, IQueryable<FeatureHead> page, CancellationToken cancellationToken)
    {
        var heads = await page.ToListAsync(cancellationToken);
        if (heads.Count == 0)
            return [];
        var seqs = heads.ConvertAll(static head => (int?)head.Feature.Seq);
        var flags = await FlagReader.DetailsAsync(db, FlagReader.Heads(db, db.Flags.Where(row => EF.Parameter(seqs).Contains(row.FeatureSeq))), cancellationToken);
        var byFeature = flags.ToLookup(static detail => detail.Flag.FeatureSeq, detail => detail.ToContract(EnvironmentId));
        return [.. heads.Select(head => head.ToDetailContract([.. byFeature[head.Feature.Seq]]))];
    }

    private async Task<FeatureDetailResponseData> DetailAsync(SchematicDb db, string id, CancellationToken cancellationToken) =>
        await DetailsAsync(db, Heads(db, db.Features.Where(row => row.Id == id)), cancellationToken) is [var only]
            ? only
            : throw Refuse.NotFound($"There is no feature \"{Refuse.Shorten(id)}\".");

    // The flag named by its id is linked; else the one the feature has is changed; else one is made.
    private static async Task WriteFlagAsync(SchematicDb db, FeatureRow feature, CreateOrUpdateFlagRequestBody body, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (body.FeatureId is not null && body.FeatureId != feature.Id)
            throw Refuse.BadRequest("flag.feature_id names another feature. Leave it out.");
        var writer = new FlagWriter(db, now);
        if ((body.Id ?? await FlagIdAsync(db, feature, cancellationToken)) is not { } flagId)
        {
            await writer.CreateAsync(body.FromContract(), feature, cancellationToken);
            return;
        }

        var flag = await writer.LockAsync(flagId, cancellationToken);
        if (flag.FeatureSeq is { } other && other != feature.Seq)
            throw Refuse.Conflict($"The flag \"{Refuse.Shorten(flag.Key)}\" belongs to another feature. Unlink it there first.");
        await writer.UpdateAsync(flag, body.FromContract(), feature, cancellationToken);
    }

    private static async Task<string?> FlagIdAsync(SchematicDb db, FeatureRow feature, CancellationToken cancellationToken) =>
        await db.Flags.Where(row => row.FeatureSeq == feature.Seq).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A feature is measured by what its type says, and by nothing else.</summary>
    private static void Check(FeatureRow row)
    {
        if (row.Name.Length == 0)
            throw Refuse.BadRequest("name is empty. Give the feature a name.");
        if (row is { FeatureType: FeatureType.Event, EventSubtype: null })
            throw Refuse.BadRequest("event_subtype is required for a feature of type event: it names the event that uses the feature.");
        if (row is { FeatureType: FeatureType.Trait, TraitId: null })
            throw Refuse.BadRequest("trait_id is required for a feature of type trait: it names the trait that holds the usage.");
        if (row is { FeatureType: FeatureType.Trait, EventSubtype: not null })
            throw Refuse.BadRequest("event_subtype does not belong to a feature of type trait. Leave it out.");
        if (row is { FeatureType: FeatureType.Boolean or FeatureType.Event, TraitId: not null })
            throw Refuse.BadRequest("trait_id belongs to features of type trait only. Leave it out.");
    }

    // Until plans, overrides and billing exist, no feature has an entitlement or an override, and nobody but us manages any.
    private static IQueryable<FeatureRow> Filtered(SchematicDb db, FeaturesQuery query)
    {
        var rows = db.Features.AsQueryable();
        if (query.ManagedBy is { } manager && manager != BillingProviderType.Schematic)
            rows = rows.Where(row => false);
        if (Types(query) is { } types)
            rows = rows.Where(row => types.Contains(row.FeatureType));
        if (query.BooleanRequireEvent == true)
            rows = rows.Where(row => row.FeatureType != FeatureType.Boolean || row.EventSubtype != null);
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        if (TextPart.Of(query.Q) is { } part)
            rows = rows.Where(row => row.Name.ToLower().Contains(part) || row.Id.ToLower().Contains(part));
        return rows;
    }

    private static IReadOnlyList<FeatureType>? Types(FeaturesQuery query) =>
        query.BooleanRequireEvent == true && query.FeatureType is { } types ? [.. types, FeatureType.Boolean] : query.FeatureType;

    private static string? Text(string? given) => given is null or "" ? null : given;
}
