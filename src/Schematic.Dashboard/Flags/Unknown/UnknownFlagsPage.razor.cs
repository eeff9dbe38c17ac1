using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Flags.Unknown;

public sealed partial class UnknownFlagsPage : ListPage<UnknownFlagsListQuery, UnknownFlagResponseData>
{
    private string? _forgetting;

    public override Noun Noun { get; } = new("unknown flag", "unknown flags");

    protected override Func<UnknownFlagsListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => Api.Flags.CountUnknownAsync(query.ToContract(), cancellationToken);

    public override object GetKey(UnknownFlagResponseData item) => item.Key;

    protected override Task<Envelope<IReadOnlyList<UnknownFlagResponseData>>> ListAsync(
        UnknownFlagsListQuery query,
        CancellationToken cancellationToken
    ) => Api.Flags.ListUnknownAsync(query.ToContract(), cancellationToken);

    private static string Example(UnknownFlagResponseData flag) =>
        string.Join(
            ", ",
            flag.ExampleCompany.Concat(flag.ExampleUser).Select(static pair => $"{pair.Key}={pair.Value}")
        );

    private string CreateUrl(UnknownFlagResponseData flag) =>
        DashboardUrls.NewFlag(EnvironmentId, new NewFlagQuery { Key = flag.Key });

    private async Task ForgetAsync(UnknownFlagResponseData flag)
    {
        var (api, closing) = (Api, Closing);
        if (_forgetting is not null)
            return;
        _forgetting = flag.Key;
        try
        {
            await api.Flags.ForgetUnknownAsync(flag.Key, closing);
            Toaster.Done($"{flag.Key} was forgotten. It comes back when it is asked for again.");
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, closing))
        {
            Toaster.Failed($"{flag.Key} was not forgotten. {LoadFailure.FromException(failure).Message}");
        }
        finally
        {
            _forgetting = null;
        }

        await List.ReloadAsync();
    }
}
