using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Environments;
using Schematic.Api.Features;
using Schematic.Api.Flags.History;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Flags;

/// <summary>
/// Writes flags inside a transaction. Two writers of one flag wait for each other, so that each sees what the other has
/// written.
/// </summary>
internal sealed class FlagWriter(SchematicDb db, DateTimeOffset now)
{
    /// <summary>The flag, which nobody else changes until the transaction ends.</summary>
    public async Task<FlagRow> LockAsync(string id, CancellationToken cancellationToken)
    {
        var found = await db.QueryAsync(
            new SqlText($"SELECT seq FROM flags WHERE id = {id}{new SqlLiteral(db.Dialect.ForUpdate)}"),
            static row => row.GetInt32(0),
            cancellationToken
        );
        return found is [var seq]
            ? await db.Flags.SingleAsync(row => row.Seq == seq, cancellationToken)
            : throw ApiProblem.NotFoundInAccount("flag", id);
    }

    public async Task<FlagRow> CreateAsync(FlagChange change, FeatureRow? feature, CancellationToken cancellationToken)
    {
        await RequireFreeKeyAsync(change.Key, null, cancellationToken);
        await RequireNoFlagAsync(feature, null, cancellationToken);
        await RequireMemberAsync(db, change.MaintainerId.Value, cancellationToken);
        var row = new FlagRow
        {
            Id = NewId.For(FlagRow.IdPrefix, now),
            Key = change.Key,
            Name = change.Name,
            Description = change.Description,
            FlagType = change.FlagType,
            DefaultValue = change.DefaultValue,
            FeatureSeq = feature?.Seq,
            MaintainerId = change.MaintainerId.Value,
            Version = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        db.Changes.Add(ChangeKind.Flag, row.Seq);
        return row;
    }

    /// <param name="flag">Locked.</param>
    /// <param name="feature">The feature it has from now on; null for none.</param>
    public async Task UpdateAsync(
        FlagRow flag,
        FlagChange change,
        FeatureRow? feature,
        CancellationToken cancellationToken
    )
    {
        await RequireFreeKeyAsync(change.Key, flag, cancellationToken);
        await RequireNoFlagAsync(feature, flag, cancellationToken);
        if (change.MaintainerId.IsSet && change.MaintainerId.Value != flag.MaintainerId)
            await RequireMemberAsync(db, change.MaintainerId.Value, cancellationToken);
        flag.Key = change.Key;
        flag.Name = change.Name;
        flag.Description = change.Description;
        flag.FlagType = change.FlagType;
        flag.DefaultValue = change.DefaultValue;
        flag.FeatureSeq = feature?.Seq;
        flag.MaintainerId = change.MaintainerId.Or(flag.MaintainerId);
        // Writing what is there already is no change, and makes nobody's copy stale.
        if (!db.ChangeTracker.HasChanges())
            return;
        flag.Version++;
        flag.UpdatedAt = now;
        await db.SaveChangesAsync(cancellationToken);
        db.Changes.Add(ChangeKind.Flag, flag.Seq);
    }

    /// <summary>
    /// Writes the rules that the flag has in the environment of this transaction, and who saved them and why, unless
    /// they are what is there.
    /// </summary>
    /// <param name="flag">Locked.</param>
    /// <param name="state">The row as it is, tracked; null where there is none.</param>
    /// <param name="comment">Blank for none.</param>
    public async Task WriteRulesAsync(
        FlagRow flag,
        FlagEnvironmentRow? state,
        IReadOnlyList<FlagRule> rules,
        string? comment,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var text = RuleSerializer.Write(rules);
        if (text == (state?.Rules ?? RuleSerializer.None))
            return;
        if (state is null)
            db.Add(
                state = new FlagEnvironmentRow
                {
                    FlagSeq = flag.Seq,
                    EnvironmentSeq = db.EnvironmentSeq,
                    Rules = RuleSerializer.None,
                }
            );
        state.Rules = text;
        state.RulesVersion++;
        db.Add(await SaveOfAsync(state, comment, caller, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        db.Changes.Add(ChangeKind.Flag, flag.Seq, db.EnvironmentSeq);
    }

    /// <summary>A key of one environment must not take away the rules of another.</summary>
    /// <param name="flag">Locked.</param>
    public async Task RequireNoRulesElsewhereAsync(FlagRow flag, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.BoundTo is not { } only)
            return;
        var environments = db.Environments;
        var elsewhere = await db
            .FlagEnvironments.IgnoreQueryFilters()
            .AnyAsync(
                row =>
                    row.FlagSeq == flag.Seq
                    && row.EnvironmentSeq != only.Seq
                    && row.Rules != RuleSerializer.None
                    && environments.Any(environment => environment.Seq == row.EnvironmentSeq),
                cancellationToken
            );
        if (elsewhere)
            throw ApiProblem.Conflict(
                $"The flag \"{ApiProblem.Shorten(flag.Key)}\" has rules in another environment, too. Remove them there first, or use a key of the whole account; nothing was changed."
            );
    }

    public static async Task RequireMemberAsync(SchematicDb db, string? id, CancellationToken cancellationToken)
    {
        if (id is not null && !await db.Members.AnyAsync(row => row.Id == id, cancellationToken))
            throw ApiProblem
                .NotFound($"There is no member \"{ApiProblem.Shorten(id)}\" in this account.")
                .About("maintainer_account_member_id");
    }

    private async Task<FlagRuleSaveRow> SaveOfAsync(
        FlagEnvironmentRow state,
        string? comment,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var actor = await Actor.GetAsync(db, caller, now, cancellationToken);
        return new FlagRuleSaveRow
        {
            Id = NewId.For(FlagRuleSaveRow.IdPrefix, now),
            FlagSeq = state.FlagSeq,
            EnvironmentSeq = state.EnvironmentSeq,
            Version = state.RulesVersion,
            Rules = state.Rules,
            Comment = string.IsNullOrWhiteSpace(comment) ? null : comment,
            ActorType = actor?.Type,
            ActorId = actor?.Id,
            ActorName = actor?.Name,
            SavedAt = now,
        };
    }

    private async Task RequireFreeKeyAsync(string key, FlagRow? except, CancellationToken cancellationToken)
    {
        if (key.Length == 0)
            throw ApiProblem.BadRequest("key is empty. Give the flag the key that applications ask for.", "key");
        if (key == except?.Key)
            return;
        var other = await db
            .Flags.Where(row => row.Key == key)
            .Select(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (other is not null)
            throw ApiProblem.Conflict(
                $"The flag {other} has the key \"{ApiProblem.Shorten(key)}\" already. Give another key, or name that flag by its id.",
                "key"
            );
    }

    private async Task RequireNoFlagAsync(FeatureRow? feature, FlagRow? except, CancellationToken cancellationToken)
    {
        if (feature is null || feature.Seq == except?.FeatureSeq)
            return;
        var other = await db
            .Flags.Where(row => row.FeatureSeq == feature.Seq)
            .Select(row => row.Key)
            .FirstOrDefaultAsync(cancellationToken);
        if (other is not null)
            throw ApiProblem.Conflict(
                $"The feature \"{ApiProblem.Shorten(feature.Name)}\" has the flag \"{ApiProblem.Shorten(other)}\" already, and a feature has one flag. Unlink that one first.",
                "feature_id"
            );
    }
}
