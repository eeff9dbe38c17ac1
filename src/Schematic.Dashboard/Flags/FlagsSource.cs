using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Flags;

namespace Schematic.Dashboard.Flags;

/// <summary>
/// Pages of flags. The API filters by text and feature; what else one filters by follows from the flags themselves, so
/// then all that are left are read and sifted here: an account has hundreds of flags, not millions.
/// </summary>
internal sealed class FlagsSource(IFlagsGateway flags, TimeProvider time)
{
    public static readonly TimeSpan StaleAfter = TimeSpan.FromDays(30);

    public async Task<Envelope<IReadOnlyList<FlagDetailResponseData>>> ListAsync(
        FlagsListQuery query,
        CancellationToken cancellationToken
    )
    {
        if (!query.IsFilteredInMemory)
            return await flags.ListAsync(query.ToContract(), cancellationToken);
        var sifted = await SiftAsync(query, cancellationToken);
        return new()
        {
            Data = [.. sifted.Skip((int)Math.Min(int.MaxValue, query.Offset)).Take(query.Size)],
            Params = new object(),
        };
    }

    public async Task<Envelope<CountResponse>> CountAsync(FlagsListQuery query, CancellationToken cancellationToken) =>
        query.IsFilteredInMemory
            ? new()
            {
                Data = new CountResponse { Count = (await SiftAsync(query, cancellationToken)).Count },
                Params = new object(),
            }
            : await flags.CountAsync(query.ToContract(), cancellationToken);

    /// <summary>Made long enough ago, and not asked for since.</summary>
    public bool IsStale(FlagDetailResponseData flag) =>
        (flag.LastCheckedAt ?? flag.CreatedAt) < time.GetUtcNow() - StaleAfter;

    private async Task<IReadOnlyList<FlagDetailResponseData>> SiftAsync(
        FlagsListQuery query,
        CancellationToken cancellationToken
    )
    {
        var all = new List<FlagDetailResponseData>();
        IReadOnlyList<FlagDetailResponseData> page;
        do
        {
            page = (
                await flags.ListAsync(
                    query.ToContract() with
                    {
                        Limit = Page.MaxLimit,
                        Offset = all.Count,
                    },
                    cancellationToken
                )
            ).Data;
            all.AddRange(page);
        } while (page.Count == Page.MaxLimit);

        return
        [
            .. all.Where(flag =>
                (query.Mode is null || FlagModes.GetMode(flag) == query.Mode) && (!query.IsStale || IsStale(flag))
            ),
        ];
    }
}
