using Schematic.Api.Entities;

namespace Schematic.Api.Companies;

internal sealed class CompanyRow : EntityRow;
