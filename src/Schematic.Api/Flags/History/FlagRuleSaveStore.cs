using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Flags.History;

/// <summary>
/// Saves of a flag's rules in the caller's environment. <see cref="FlagWriter"/> writes it.
/// </summary>
internal sealed class FlagRuleSaveStore(IDatabase database, Caller caller)
{
    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<FlagRuleSaveResponseData>> ListAsync(
        string flagId,
        FlagRuleSavesQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync<IReadOnlyList<FlagRuleSaveResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var saves = await (await OfFlagAsync(db, flagId, query, token))
                    .OrderByDescending(row => row.Version)
                    .Page(query)
                    .ToListAsync(token);
                var rules = saves.ConvertAll(static save => RuleSerializer.Read(save.Rules));
                var names = await FlagReader.NamesAsync(db, rules.SelectMany(static all => all), token);
                return
                [
                    .. saves.Zip(
                        rules,
                        (save, own) => save.ToContract(own.ToContract(flagId, caller.Environment.Id, names))
                    ),
                ];
            },
            cancellationToken
        );

    public Task<long> CountAsync(string flagId, FlagRuleSavesQuery query, CancellationToken cancellationToken) =>
        database.ListAsync(
            caller.Environment.Seq,
            async (db, token) => await (await OfFlagAsync(db, flagId, query, token)).LongCountAsync(token),
            cancellationToken
        );

    private static async Task<IQueryable<FlagRuleSaveRow>> OfFlagAsync(
        SchematicDb db,
        string flagId,
        FlagRuleSavesQuery query,
        CancellationToken cancellationToken
    )
    {
        if (
            await db
                .Flags.Where(row => row.Id == flagId)
                .Select(static row => (int?)row.Seq)
                .FirstOrDefaultAsync(cancellationToken)
            is not { } flagSeq
        )
            throw ApiProblem.NotFoundInAccount("flag", flagId);
        var saves = db.FlagRuleSaves.AsNoTracking().Where(row => row.FlagSeq == flagSeq);
        return query.Version is { } version ? saves.Where(row => row.Version == version) : saves;
    }
}
