using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui;

namespace Schematic.Dashboard.Users;

/// <summary>The tab with the companies of a user. They come with the user; a page of them is cut here.</summary>
public sealed partial class UserCompanies : EnvironmentPage
{
    private MembershipsListQuery _query = new();

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public UserDetailResponseData User { get; set; } = default!;

    /// <summary>A membership was added or removed.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback Changed { get; set; }

    private Load<IReadOnlyList<CompanyMembershipDetailResponseData>> Rows =>
        Load<IReadOnlyList<CompanyMembershipDetailResponseData>>.Of(
            [.. User.CompanyMemberships.OrderBy(NameOf, StringComparer.OrdinalIgnoreCase).Skip((int)Math.Min(_query.Offset, int.MaxValue)).Take(_query.Size)]);

    protected override Task LoadAsync()
    {
        _query = ReadUrl<MembershipsListQuery>();
        return Task.CompletedTask;
    }

    private async Task AddAsync()
    {
        var added = await Dialogs.OpenFormAsync<CompanyPicker, CompanyDetailResponseData>(
            $"Add {User.Name} to a company",
            new()
            {
                [nameof(CompanyPicker.Chosen)] = User.CompanyMemberships.Select(static membership => membership.CompanyId).ToHashSet(StringComparer.Ordinal),
                [nameof(CompanyPicker.Perform)] = (Func<CompanyDetailResponseData, CancellationToken, Task>)JoinAsync,
            });
        if (added is null)
            return;
        Toaster.Done($"{User.Name} was added to {added.Name}.", "Open it", DashboardUrls.Company(EnvironmentId, added.Id));
        await Changed.InvokeAsync();
    }

    private async Task RemoveAsync(CompanyMembershipDetailResponseData membership)
    {
        var removed = await Dialogs.OpenFormAsync<MembershipRemoval, CompanyMembershipDetailResponseData>(
            $"Remove from {NameOf(membership)}?",
            new() { [nameof(MembershipRemoval.UserName)] = User.Name, [nameof(MembershipRemoval.Membership)] = membership });
        if (removed is null)
            return;
        Toaster.Done($"{User.Name} was removed from {NameOf(membership)}.");
        await Changed.InvokeAsync();
    }

    private Task JoinAsync(CompanyDetailResponseData company, CancellationToken cancellationToken) =>
        Api.Companies.GetOrCreateMembershipAsync(new() { CompanyId = company.Id, UserId = User.Id }, cancellationToken);

    private static string NameOf(CompanyMembershipDetailResponseData membership) => membership.Company?.Name ?? membership.CompanyId;
}
