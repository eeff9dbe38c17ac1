using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Users;

/// <summary>Where a user belongs: a page of companies, one to add, one to remove. They come with the user; the page is cut here.</summary>
public sealed partial class UserCompanies : ComponentBase
{
    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public UserDetailResponseData User { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public UserCompaniesQuery Query { get; set; } = default!;

    /// <summary>A membership was added or removed.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback Changed { get; set; }

    // A search over what fits the screen would only be in the way.
    private bool IsSearchable => Query.IsFiltered || User.CompanyMemberships.Count > ListQuery.Sizes[0];

    private List<CompanyMembershipDetailResponseData> Matching =>
        [
            .. User
                .CompanyMemberships.Where(Query.Matches)
                .OrderBy(UserCompaniesQuery.NameOf, StringComparer.OrdinalIgnoreCase),
        ];

    private Load<IReadOnlyList<CompanyMembershipDetailResponseData>> Rows =>
        Load<IReadOnlyList<CompanyMembershipDetailResponseData>>.Of([
            .. Matching.Skip((int)Math.Min(Query.Offset, int.MaxValue)).Take(Query.Size),
        ]);

    private string UrlOf(UserCompaniesQuery query) => DashboardUrls.User(EnvironmentId, User.Id, "companies", query);

    private void Search(string search) => Navigation.NavigateTo(UrlOf(Query.SearchedFor(search)), replace: true);

    private async Task AddAsync()
    {
        var added = await Dialogs.OpenFormAsync<EntityPicker, Entity>(
            $"Add {User.Name} to a company",
            new()
            {
                [nameof(EntityPicker.Type)] = EntityType.Company,
                [nameof(EntityPicker.IsMember)] =
                    (Func<Entity, bool>)(
                        company => User.CompanyMemberships.Any(membership => membership.CompanyId == company.Id)
                    ),
                [nameof(EntityPicker.Perform)] = (Func<Entity, CancellationToken, Task>)JoinAsync,
            }
        );
        if (added is null)
            return;
        Toaster.Done($"{User.Name} was added to {added.Name}.", "Open", DashboardUrls.Company(EnvironmentId, added.Id));
        await Changed.InvokeAsync();
    }

    private async Task RemoveAsync(CompanyMembershipDetailResponseData membership)
    {
        var removed = await Dialogs.OpenFormAsync<RemoveCompanyDialog, CompanyMembershipDetailResponseData>(
            "Remove from company?",
            new() { [nameof(RemoveCompanyDialog.User)] = User, [nameof(RemoveCompanyDialog.Membership)] = membership }
        );
        if (removed is null)
            return;
        Toaster.Done($"{User.Name} was removed from {UserCompaniesQuery.NameOf(membership)}.");
        await Changed.InvokeAsync();
    }

    private Task JoinAsync(Entity company, CancellationToken cancellationToken) =>
        Session.Gateway.Companies.GetOrCreateMembershipAsync(
            new() { CompanyId = company.Id, UserId = User.Id },
            cancellationToken
        );
}
