using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Feedback;

namespace Schematic.Dashboard.Flags.Unknown;

public sealed partial class UnknownFlagsPage : EnvironmentPage
{
    private ListLoader<UnknownFlagsListQuery, UnknownFlagResponseData> _flags = default!;
    private UnknownFlagsListQuery _query = new();
    private string? _forgetting;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _flags = NewListLoader<UnknownFlagsListQuery, UnknownFlagResponseData>(
            (query, cancellationToken) => Api.Flags.ListUnknownAsync(query.ToContract(), cancellationToken),
            (query, cancellationToken) =>
                Api.Flags.CountUnknownAsync(query.ToContract() with { Limit = null, Offset = null }, cancellationToken)
        );
    }

    protected override Task LoadAsync()
    {
        _query = ReadUrl<UnknownFlagsListQuery>();
        return _flags.LoadAsync(_query);
    }

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

        await _flags.ReloadAsync();
    }

    private void Search(string search) => Navigation.NavigateTo(UrlOf(_query.SearchedFor(search)), replace: true);

    private string UrlOf(UnknownFlagsListQuery query) => DashboardUrls.UnknownFlags(EnvironmentId, query);
}
