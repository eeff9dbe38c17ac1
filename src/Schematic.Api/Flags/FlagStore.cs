using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Features;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Flags;

/// <summary>Flags, which the account shares, with the rules that they have in the caller's environment.</summary>
internal sealed class FlagStore(IDatabase database, IDerivedRules derived, Caller caller, TimeProvider time)
{
    private string EnvironmentId => caller.Environment.Id;

    public Task<IReadOnlyList<FlagDetailResponseData>> ListAsync(
        FlagsQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListSharedAsync<IReadOnlyList<FlagDetailResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var heads = FlagReader.Heads(db, Filtered(db, query));
                var page = heads.OrderByDescending(head => head.Flag.Seq).Page(query);
                var details = await FlagReader.DetailsAsync(db, page, token);
                return [.. details.Select(detail => detail.ToContract(EnvironmentId))];
            },
            cancellationToken
        );

    public Task<long> CountAsync(FlagsQuery query, CancellationToken cancellationToken) =>
        database.ListSharedAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).LongCountAsync(token),
            cancellationToken
        );

    public async Task<WithETag<FlagDetailResponseData>> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        var found = await FlagReader.DetailsAsync(
            db,
            FlagReader.Heads(db, db.Flags.Where(row => row.Id == id)),
            cancellationToken
        );
        return found is [var only]
            ? WithETag(await WithDerivedAsync(db, only, cancellationToken))
            : throw ApiProblem.NotFoundInAccount("flag", id);
    }

    public Task<WithETag<FlagDetailResponseData>> CreateAsync(
        CreateFlagRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var feature = await FeatureAsync(db, body.FeatureId.Value, token);
                var flag = await new FlagWriter(db, time.Now()).CreateAsync(body.FromContract(), feature, token);
                return WithETag(await DetailAsync(db, flag, token));
            },
            cancellationToken
        );

    public Task<WithETag<FlagDetailResponseData>> UpdateAsync(
        string id,
        CreateFlagRequestBody body,
        IfMatch ifMatch,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var writer = new FlagWriter(db, time.Now());
                var flag = await writer.LockAsync(id, token);
                await RequireFreshAsync(db, flag, ifMatch, token);
                var feature = body.FeatureId.IsSet
                    ? await FeatureAsync(db, body.FeatureId.Value, token)
                    : await db.Features.FirstOrDefaultAsync(row => row.Seq == flag.FeatureSeq, token);
                await writer.UpdateAsync(flag, body.FromContract(), feature, token);
                return WithETag(await DetailAsync(db, flag, token));
            },
            cancellationToken
        );

    public Task<WithETag<RulesDetailResponseData>> UpdateRulesAsync(
        string id,
        UpdateFlagRulesRequestBody body,
        IfMatch ifMatch,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var writer = new FlagWriter(db, now);
                var flag = await writer.LockAsync(id, token);
                await RequireFreshAsync(db, flag, ifMatch, token);
                var state = await db.FlagEnvironments.FirstOrDefaultAsync(row => row.FlagSeq == flag.Seq, token);
                var stored = RuleSerializer.Read(state?.Rules);
                var replacement = new RuleReplacement(flag.Id, stored, now);
                var rules = replacement.Make(body);
                await RuleReferences.CheckAsync(db, stored, replacement.Changed, token);
                await writer.WriteRulesAsync(flag, state, rules, body.Comment, caller, token);
                var detail = await DetailAsync(db, flag, token);
                return new WithETag<RulesDetailResponseData>(detail.ToRulesContract(EnvironmentId), detail.ETag);
            },
            cancellationToken
        );

    /// <summary>Takes the flag's rules along, in every environment. Its feature stays, without a flag.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var writer = new FlagWriter(db, time.Now());
                var flag = await writer.LockAsync(id, token);
                await writer.RequireNoRulesElsewhereAsync(flag, caller, token);
                db.Remove(flag);
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.Flag, flag.Seq);
            },
            cancellationToken
        );

    private async Task<FlagDetail> DetailAsync(SchematicDb db, FlagRow flag, CancellationToken cancellationToken) =>
        await WithDerivedAsync(db, await FlagReader.DetailAsync(db, flag.Seq, cancellationToken), cancellationToken);

    private async Task<FlagDetail> WithDerivedAsync(
        SchematicDb db,
        FlagDetail flag,
        CancellationToken cancellationToken
    )
    {
        var rules = await derived.ReadAsync(db, flag.Flag, cancellationToken);
        return rules.Count == 0
            ? flag
            : flag with
            {
                Derived = rules,
                Names = await FlagReader.NamesAsync(db, flag.Rules.Concat(rules), cancellationToken),
            };
    }

    private static IQueryable<FlagRow> Filtered(SchematicDb db, FlagsQuery query)
    {
        var rows = Matching(db, query.Q);
        if (query.FeatureId is { } featureId)
        {
            var features = db.Features;
            rows = rows.Where(row => features.Any(feature => feature.Id == featureId && feature.Seq == row.FeatureSeq));
        }

        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        return rows;
    }

    /// <summary>The flags whose name, key or id has <paramref name="q"/> in it; all of them if that is empty.</summary>
    public static IQueryable<FlagRow> Matching(SchematicDb db, string? q) =>
        TextPart.FromQuery(q) is { } part
            ? db.Flags.Where(row =>
                row.Name.ToLower().Contains(part) || row.Key.ToLower().Contains(part) || row.Id.ToLower().Contains(part)
            )
            : db.Flags;

    private static async Task<FeatureRow?> FeatureAsync(SchematicDb db, string? id, CancellationToken cancellationToken)
    {
        try
        {
            return id is null ? null : await FeatureStore.FindAsync(db, id, cancellationToken);
        }
        catch (ApiException refusal)
        {
            throw refusal.About("feature_id");
        }
    }

    private WithETag<FlagDetailResponseData> WithETag(FlagDetail detail) =>
        new(detail.ToContract(EnvironmentId), detail.ETag);

    private async Task RequireFreshAsync(
        SchematicDb db,
        FlagRow flag,
        IfMatch ifMatch,
        CancellationToken cancellationToken
    )
    {
        if (ifMatch.Tags is null)
            return;
        var current = WithETag(await DetailAsync(db, flag, cancellationToken));
        if (!ifMatch.Matches(current.ETag))
            throw ApiProblem.Stale(
                $"The flag \"{ApiProblem.Shorten(flag.Key)}\" was changed by somebody else since it was read; nothing was changed now. Look at its present state and decide again.",
                new WithETag<object>(current.Value, current.ETag)
            );
    }
}
