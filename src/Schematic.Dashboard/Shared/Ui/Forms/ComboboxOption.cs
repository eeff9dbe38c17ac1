namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>A choice of a <see cref="Combobox"/>.</summary>
/// <param name="Value">What is chosen: an id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Detail">What tells it from others of that name: a key; null for nothing.</param>
/// <param name="Mark">Why it is offered first, as "domain" for an exact key; null for any other.</param>
public sealed record ComboboxOption(string Value, string Title, string? Detail = null, string? Mark = null);
