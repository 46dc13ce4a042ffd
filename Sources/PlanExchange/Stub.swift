// PlanExchange
